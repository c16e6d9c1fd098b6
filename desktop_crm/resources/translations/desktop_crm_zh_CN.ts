<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back-ups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Desktop CRM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps your customers on your own computer, with or without a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActionRegistry</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackUpsDialog</name>
    <message>
        <source>Back-ups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This database is on a server. The server&apos;s administrator backs it up; Desktop CRM cannot do that from here. You can export all customers to a workbook for yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all customers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They lie in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no back-ups yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desktop CRM files (*.crmdb)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The back-up of {made} holds {customers} customers and {contacts} contacts; its newest change is of {newest}. It takes the place of “{file}”. The file as it is now is kept beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore this back-up?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details for the report. They hold no customer data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeDetail</name>
    <message>
        <source>Undo this change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeSetCard</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoicePopup</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits. Try fewer letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter ticks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnDialog</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space shows or hides a column, Alt+Up and Alt+Down move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a customer or a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits. Try fewer letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Changed by somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save my choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactsTab</name>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contact persons yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who decides, who pays, whom do you call?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a contact person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>main contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birthday {date}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomerFormPage</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed {when} was not saved. Here it is again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomerHeader</name>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue since {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomerListPage</name>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything you enter stays in this file, also without a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add your first customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the sample company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customer fits these filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take one away, or clear them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {count} at a time with Shift. Ctrl+A selects all.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomerPage</name>
    <message>
        <source>Customer actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the customer page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Year-month-day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the calendar (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeletedBanner</name>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This customer was deleted {when}. Nothing of it is lost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftOffers</name>
    <message>
        <source>“{name}” was not saved. What you typed {when} is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customers in the list, as it is filtered now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workbook (xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file can be imported again: unchanged, it changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Required</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileFlows</name>
    <message>
        <source>New file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desktop CRM files (*.crmdb)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter by name, pinyin, phone or e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove filter {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>Filter by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormBody</name>
    <message>
        <source>Customer form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>18 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens next?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phones and channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>main</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a contact person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact persons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Important dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuardBar</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are unsaved changes. Save them before you leave?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name, change or person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been changed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change is listed here with who made it and when, and can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show older changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No changes yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows with a mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the file and comparing it with your customers. Nothing is written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what the import would do. Nothing is written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to import: all customers are here already, or no row can be taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Import %n customers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Done. Ctrl+Z takes the whole import back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns read: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read: {names}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lexicon</name>
    <message>
        <source>ext.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a phone or e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lunar calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartForms</name>
    <message>
        <source>Contact person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phones and channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty outside China</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office, warehouse …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Important date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Founding day, contract …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the lunar calendar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message>
        <source>New or known tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pickers</name>
    <message>
        <source>New tag “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PointLine</name>
    <message>
        <source>main</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PointRow</name>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number or address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main one of its kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove (Ctrl+Delete)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PointsField</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Running jobs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordFilter</name>
    <message>
        <source>Only one customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>Nothing here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegionField</name>
    <message>
        <source>the whole of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>The application made a mistake: {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved before is safe. If something on the page looks wrong, open it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search customers: name, pinyin, phone, e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServerDialog</name>
    <message>
        <source>Open a team database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your administrator knows these. The password is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server and database are needed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse the navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expand the navigation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your customers, on your own computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything works without a network, and every change can be undone. How do you want to begin?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the sample company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About 300 invented customers to try everything on. Nothing of yours is touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start an empty file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type customers in, or import them from a workbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Desktop CRM file that is on this computer already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a team database on a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a back-up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a team database…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a file on this computer…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableHeader</name>
    <message>
        <source>Column titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>Tag {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Delete to remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagRow</name>
    <message>
        <source>Name of the tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change shows on every customer that carries the tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put one on a customer, and it appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tags yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagsField</name>
    <message>
        <source>Add a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineTab</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show older entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes appear here by day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search customers: name, pinyin, phone, e-mail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TwinBar</name>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps here already: {name} ({code}), same {field}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps here already: {name} ({code}), same {field}, and {count} more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowedModel</name>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>A team database is backed up by the administrator of its server. Nothing was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for pg_dump, or export the customers to a file of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history has no change “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history lists the changes with their numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This database is open in a window of Desktop CRM. Nothing was restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close that window, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial run of {file}, nothing was written: {rows} rows read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {rows} rows read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{created} customers new, {changed} changed, {unchanged} unchanged; {left} rows left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns not read: {columns}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New users: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}, {column} “{value}”: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {count} more; --json lists all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} customers written to {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is well: pages, references, search index and journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up to {file}: {customers} customers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored: {customers} customers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The former file is kept as {aside}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} sample customers made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting to {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minute ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} minutes ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in 1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {n} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} hours ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in 1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {n} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {n} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The background work ended unexpectedly ({reason}). What it had not finished was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens again, close other programs to free memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exit code {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped by signal {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in the application. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens again, send the error report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back-ups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country of phone numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For numbers that are written without a country code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mainland China (+86)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hong Kong (+852)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macao (+853)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taiwan (+886)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Singapore (+65)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Japan (+81)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>United States (+1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>United Kingdom (+44)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Germany (+49)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave empty for the font that shows Chinese best on this system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back-ups kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older back-ups of the same file are deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up on closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be read and are at their defaults. The old file is kept as {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” cannot be set to “{value}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” is on a network drive. A database file there can be damaged when the connection breaks or two computers write at once. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the file on this computer&apos;s own disk. To work on the same data as a team, use a PostgreSQL database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” is kept in step by {service}, which copies the file while it is being written. The copies can be damaged or overwrite newer data. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the file in another folder on this computer and let {service} keep the back-ups. To share data, use a PostgreSQL database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not write in “{folder}”, so changes could not be saved there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or ask for permission to write in this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of “{folder}” is almost full: {free} MB are left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space or choose another disk, so that changes can be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring the back-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {count} customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore {count} customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign {name} to {owner}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign {count} customers to {owner}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {name} to {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {count} customers to {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some fields need a look. Nothing was saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This customer is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed {name} meanwhile. Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the two and choose what stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {field} of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A user needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add user {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change user {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add team {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tag needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag {count} customers with {tag}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take tag {tag} off {count} customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change tag {tag}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete tag {tag}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” cannot be undone: later changes build on it ({names}). Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo those first; History lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The back-up is damaged and was not used. Your data was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another back-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Nothing was saved, nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space on the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else is writing at this moment. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment or close other programs that use this file, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged. Nothing was written to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the newest back-up. The damaged file stays where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a Desktop CRM file. It was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file. Workbooks come in by Import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not answer. What was saved before is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the login. Nothing was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the user name, the password and the database&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file or its folder is write-protected. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away the protection or copy the file to a folder of your own, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back or connect its disk, choose another file, or restore a back-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk could not be read or written. What was saved before is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the disk is connected and has space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This database belongs to another application. It was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator for an empty database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other records depend on this one. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed outside the application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New user {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was made by a newer Desktop CRM (format {found}, this one knows {known}). It was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Desktop CRM, then open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That change is not in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That change is undone already, or is an undo itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” cannot be read: {reason} Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file in a spreadsheet program, save it as .xlsx, then import that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has more than {count} rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row} has more than {count} columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split it into several files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a date. Write it like 2026-03-31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not one of: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a number of this application; the customer gets a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name in the file: the customer&apos;s number stands in for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contact person has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing customers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is neither .xlsx nor .csv. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the file&apos;s name in .xlsx or .csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” cannot be written. An older file of that name is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the file in other programs, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workbook sheet holds 1,048,576 rows; there are more customers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to a .csv file, or fewer customers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading and comparing rows…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import {file}: {created} new, {changed} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several customers are called “{name}”. Add the customer number to say which one is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{other}” has the same phone, e-mail or number but another name; this is taken as another customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is neither a workbook nor text in UTF-8, UTF-16 or GB18030.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as .xlsx or as “CSV UTF-8” in a spreadsheet program, then import that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the quotation marks do not match from row {row} on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the quotation marks in that row, or save the file as .xlsx and import that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than 1 GB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unpacked it would take more memory than any customer list needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a cell far outside the table, near row {row}, makes sheet “{sheet}” too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the rows and columns outside your table, save the file, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged or incomplete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is protected by a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in a spreadsheet program, take the password off, save it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a workbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workbooks (.xlsx, .xls, .ods) and text files (.csv, .txt) can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be opened: another program holds it, or you may not read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it in other programs, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a web page that only calls itself a workbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no row among the first {count} of sheet “{sheet}” names columns that are known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no row among the first {count} names columns that are known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the columns names such as “Name”, “Phone” and “E-mail” in the first row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customer “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acquire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Develop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maintain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QQ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DingTalk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision maker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchasing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User of the product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advertising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exhibition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Social media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cold call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manufacturing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retail and wholesale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information technology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Banking and insurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Education</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Construction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agriculture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catering and hotels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Government</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media and culture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real estate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1–19 employees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>20–99 employees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100–499 employees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>500–999 employees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,000 employees or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Industry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferred channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price sensitivity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relationship willingness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs and preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phones and channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Important dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact persons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lunar calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone or channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Important date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag of a customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making indexes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is there already. It was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add sample company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making sample customers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the search index…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A credit code has 18 characters; this one has {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A credit code holds digits and capital letters other than I, O, S, V and Z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last character does not fit the others. Compare it with the licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An ID number has 18 digits; this one has {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An ID number holds 17 digits and a digit or X at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The birth date or the region in this ID number does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last digit does not fit the others. Compare the number with the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A customer needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A contact needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {limit} characters fit here; this has {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {limit} entries fit here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a phone number. Write a mobile with 11 digits, a landline with its area code, a number abroad with + and the country code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spreadsheet has shortened this number and digits are lost. Format its column as text there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an e-mail address. Write it like name@example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a web address. Write it like www.example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This region is not in the list. Choose it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A postcode in China has 6 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a channel from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This date is too early. Check the year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A birthday cannot lie in the future.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This customer has no phone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to a stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manage tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a date. Write it like 2026-11-30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{row}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First entered on {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{contacts} contact persons and {points} phones and channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last changed on {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag “{name}” saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag “{name}” deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is so already. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{customers} tagged “{tag}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{customers} without an owner now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{customers} assigned to {owner}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{customers} moved to “{stage}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{customers} deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{customers} restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported {file}: {created} new, {changed} changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed outside Desktop CRM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinyin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinyin initials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to: {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a team database…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the sample company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import customers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export customers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back-ups and restoring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a customer or a command…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse or expand the navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the language of the interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the last error report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Desktop CRM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} customers were exported to {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is neither a Desktop CRM file nor a table of customers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of Desktop CRM end in .crmdb; tables can be xlsx, xls or csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start or open a file first, then import the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customer file is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the sample company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file of this name already. It was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or open that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is open in another window of Desktop CRM. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on in that window, or close it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desktop CRM ended unexpectedly last time. What was saved is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved forms are kept as drafts. A report can be copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

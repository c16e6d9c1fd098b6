<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Desktop CRM</source>
        <translation>关于 Desktop CRM</translation>
    </message>
    <message>
        <source>Keeps your customers on your own computer, with or without a network.</source>
        <translation>客户资料保存在自己的电脑上，有没有网络都能用。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ActionRegistry</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Customer</source>
        <translation>客户(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>BackUpsDialog</name>
    <message>
        <source>Back-ups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>This database is on a server. The server&apos;s administrator backs it up; Desktop CRM cannot do that from here. You can export all customers to a workbook for yourself.</source>
        <translation>此数据库在服务器上，由服务器管理员负责备份，无法在这里操作。您可以把全部客户导出为 Excel 文件自行保存。</translation>
    </message>
    <message>
        <source>Export all customers…</source>
        <translation>导出全部客户…</translation>
    </message>
    <message>
        <source>They lie in {folder}</source>
        <translation>备份位置：{folder}</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>备份时间</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户数</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系人数</translation>
    </message>
    <message>
        <source>Newest change</source>
        <translation>最近修改</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件恢复…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>There are no back-ups yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>Back-up</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Desktop CRM files (*.crmdb)</source>
        <translation>Desktop CRM 文件 (*.crmdb)</translation>
    </message>
    <message>
        <source>The back-up of {made} holds {customers} customers and {contacts} contacts; its newest change is of {newest}. It takes the place of “{file}”. The file as it is now is kept beside it.</source>
        <translation>此备份创建于 {made}，含 {customers} 位客户、{contacts} 位联系人，最近一次修改为 {newest}。恢复后将替换“{file}”，现有文件会保留在同一文件夹中。</translation>
    </message>
    <message>
        <source>Restore this back-up?</source>
        <translation>恢复此备份？</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>BinPage</name>
    <message>
        <source>Recycle bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Search the recycle bin</source>
        <translation>在回收站中搜索</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Deleted customers stay here with all that hangs on them until you restore them.</source>
        <translation>已删除的客户及其全部资料都留在这里，直到您恢复。</translation>
    </message>
    <message>
        <source>Nothing deleted fits this search</source>
        <translation>没有符合搜索的已删除客户</translation>
    </message>
    <message>
        <source>The recycle bin is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>Deleted customers come here and stay until you restore them.</source>
        <translation>删除的客户会留在这里，直到您恢复。</translation>
    </message>
    <message>
        <source>Back to the customers</source>
        <translation>返回客户列表</translation>
    </message>
    <message>
        <source>{count} of {total} selected</source>
        <translation>已选 {count} / {total}</translation>
    </message>
</context>
<context>
    <name>BoxFrame</name>
    <message>
        <source>How the conditions are joined</source>
        <translation>条件的组合方式</translation>
    </message>
    <message>
        <source>All of these hold</source>
        <translation>满足以下全部条件</translation>
    </message>
    <message>
        <source>Any of these holds</source>
        <translation>满足以下任一条件</translation>
    </message>
    <message>
        <source>None of these holds</source>
        <translation>以下条件均不满足</translation>
    </message>
    <message>
        <source>More for this group</source>
        <translation>条件组的更多操作</translation>
    </message>
    <message>
        <source>Remove group</source>
        <translation>移除条件组</translation>
    </message>
    <message>
        <source>No condition yet: every customer fits.</source>
        <translation>还没有条件：所有客户都符合。</translation>
    </message>
    <message>
        <source>Add condition</source>
        <translation>添加条件</translation>
    </message>
    <message>
        <source>Add group</source>
        <translation>添加条件组</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>出错了</translation>
    </message>
    <message>
        <source>Details for the report. They hold no customer data.</source>
        <translation>错误报告的详细内容，不含客户资料。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>BulkEditDialog</name>
    <message>
        <source>Set a field</source>
        <translation>批量设置字段</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Will change</source>
        <translation>将修改</translation>
    </message>
    <message>
        <source>Have it already</source>
        <translation>已是此值</translation>
    </message>
    <message>
        <source>Have no such field</source>
        <translation>无此字段</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>修改内容</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>修改后</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Set to a value</source>
        <translation>设为某个值</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Take a tag off</source>
        <translation>去掉标签</translation>
    </message>
    <message>
        <source>Take all tags off</source>
        <translation>去掉全部标签</translation>
    </message>
    <message>
        <source>Change {n}</source>
        <translation>修改 {n} 位客户</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>and {n} more values</source>
        <translation>另有 {n} 个值</translation>
    </message>
    <message>
        <source>Now: {values}</source>
        <translation>现有：{values}</translation>
    </message>
</context>
<context>
    <name>CareCard</name>
    <message>
        <source>Looked after by</source>
        <translation>客户维护</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Named</source>
        <translation>专人对接</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>共享给</translation>
    </message>
    <message>
        <source>to {to} on {date}</source>
        <translation>{date} 交给 {to}</translation>
    </message>
    <message>
        <source>Planned hand-over</source>
        <translation>计划交接</translation>
    </message>
</context>
<context>
    <name>ChangeDetail</name>
    <message>
        <source>Undo this change</source>
        <translation>撤销此修改</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>修改内容</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>另有 {n} 项</translation>
    </message>
    <message>
        <source>Nothing in it concerns a person: only bookkeeping changed.</source>
        <translation>仅有内部记录的变动，没有可显示的内容。</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
</context>
<context>
    <name>ChangeSetCard</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Show what changed</source>
        <translation>显示修改内容</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>Undo the last change here (Ctrl+Z)</source>
        <translation>撤销这里的上一次更改（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>重做（Ctrl+Shift+Z）</translation>
    </message>
    <message>
        <source>Save refused rows…</source>
        <translation>保存被拒绝的行…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Rows by what becomes of them</source>
        <translation>按处理结果分类的行</translation>
    </message>
    <message>
        <source>Back up the file before</source>
        <translation>导入前备份文件</translation>
    </message>
    <message>
        <source>Checking “{file}”</source>
        <translation>正在检查“{file}”</translation>
    </message>
    <message>
        <source>Every row is read, matched and compared with your customers. Nothing is written yet.</source>
        <translation>正在逐行读取、匹配并与现有客户比对，尚未写入任何内容。</translation>
    </message>
    <message>
        <source>This is what will happen</source>
        <translation>导入结果预览</translation>
    </message>
    <message>
        <source>The check was stopped</source>
        <translation>检查已停止</translation>
    </message>
    <message>
        <source>Nothing was written. Check again to see what the import would do.</source>
        <translation>没有写入任何内容。重新检查即可查看导入结果。</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>尚未写入任何内容。</translation>
    </message>
    <message>
        <source>People to be added: {n}.</source>
        <translation>将添加人员 {n} 位。</translation>
    </message>
    <message>
        <source>Related companies to be added: {n}.</source>
        <translation>将添加关联公司 {n} 家。</translation>
    </message>
    <message>
        <source>Customers were changed by somebody since the check, so nothing was written. These are the counts of now; import if they are right.</source>
        <translation>检查之后有人改动了客户，因此没有写入任何内容。下面是当前的数字，确认无误后即可导入。</translation>
    </message>
    <message>
        <source>You changed something since. Check again to see what happens now.</source>
        <translation>您在检查后做了更改，请重新检查以查看最新结果。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import {n}</source>
        <translation>导入 {n} 位</translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation>没有可导入的内容</translation>
    </message>
    <message>
        <source>The whole import is one step that can be taken back.</source>
        <translation>整次导入是一步操作，可以撤回。</translation>
    </message>
    <message>
        <source>No row can be taken as it is. Mend the cells here, or save the rows as a workbook.</source>
        <translation>没有可直接导入的行。请在此修改单元格，或将这些行保存为工作簿。</translation>
    </message>
    <message>
        <source>{n} rows are not taken as they are; the others can be imported now.</source>
        <translation>有 {n} 行暂不导入，其余的现在就可以导入。</translation>
    </message>
</context>
<context>
    <name>ChoicePopup</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Nothing fits. Try fewer letters.</source>
        <translation>没有匹配项，试试少输几个字。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Enter ticks</source>
        <translation>按 Enter 勾选</translation>
    </message>
</context>
<context>
    <name>ColumnCard</name>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Second field</source>
        <translation>第二个字段</translation>
    </message>
    <message>
        <source>Goes into</source>
        <translation>导入到</translation>
    </message>
    <message>
        <source>Name of the new field</source>
        <translation>新字段名称</translation>
    </message>
    <message>
        <source>Type of the new field</source>
        <translation>新字段类型</translation>
    </message>
    <message>
        <source>Options, one a line</source>
        <translation>选项（每行一个）</translation>
    </message>
    <message>
        <source>Put between the joined values</source>
        <translation>合并时的间隔符</translation>
    </message>
    <message>
        <source>A second field, for what is left</source>
        <translation>第二个字段（放其余内容）</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>This column is empty.</source>
        <translation>此列为空。</translation>
    </message>
    <message>
        <source>A new custom field</source>
        <translation>新建自定义字段</translation>
    </message>
    <message>
        <source>Don&apos;t import</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Each column brings values of its own; all of them are kept.</source>
        <translation>各列的值都会保留。</translation>
    </message>
    <message>
        <source>Joined behind {columns}.</source>
        <translation>接在 {columns} 之后合并。</translation>
    </message>
    <message>
        <source>Province, city and district in one cell are taken apart.</source>
        <translation>同一单元格里的省、市、区会自动拆分。</translation>
    </message>
    <message>
        <source>The column has {n} different values, too many for a choice. As text it takes all of them; as a choice, rows with other values than these are refused.</source>
        <translation>这一列有 {n} 个不同的值，不适合做选项。改为文本可全部保留；作为选项时，含其他值的行会被拒绝。</translation>
    </message>
    <message>
        <source>These are the values of the column. Rows with other values are refused.</source>
        <translation>以上是这一列的值。含其他值的行会被拒绝。</translation>
    </message>
    <message>
        <source>The field is made with the import and goes again when the import is undone.</source>
        <translation>字段随导入一起创建，撤回导入时一并移除。</translation>
    </message>
</context>
<context>
    <name>ColumnDialog</name>
    <message>
        <source>Columns</source>
        <translation>列设置</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>Width of the column</source>
        <translation>列宽</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不冻结</translation>
    </message>
    <message>
        <source>Frozen columns</source>
        <translation>冻结列数</translation>
    </message>
    <message>
        <source>So many columns at the left stay in sight while the rest scrolls</source>
        <translation>左侧这些列保持可见，其余列可滚动</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>升序</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>降序</translation>
    </message>
    <message>
        <source>Space shows or hides a column, Alt with the arrow keys moves it or changes its width.</source>
        <translation>空格键显示或隐藏列，Alt 加方向键移动列或调整列宽。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>列宽</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>What rows may do</source>
        <translation>导入方式</translation>
    </message>
    <message>
        <source>Add and change</source>
        <translation>新增并更新</translation>
    </message>
    <message>
        <source>Only add</source>
        <translation>仅新增</translation>
    </message>
    <message>
        <source>Only change</source>
        <translation>仅更新</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>文件的列</translation>
    </message>
    <message>
        <source>{used} of {all} columns are imported. Choose a column to change what it fills.</source>
        <translation>共 {all} 列，将导入 {used} 列。选中一列可更改它对应的字段。</translation>
    </message>
    <message>
        <source>What is in which column?</source>
        <translation>每一列是什么？</translation>
    </message>
    <message>
        <source>“Filled” is of the first {n} rows until all are counted.</source>
        <translation>“填写率”目前按前 {n} 行计算，全部统计完后更新。</translation>
    </message>
    <message>
        <source>No column fills “{field}” yet. Choose the column that does, in the list below.</source>
        <translation>还没有列对应“{field}”，请在下方列表中指定。</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>填写率</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Goes into</source>
        <translation>导入到</translation>
    </message>
    <message>
        <source>Known customers are changed, the others added.</source>
        <translation>已有客户会更新，其余的新增。</translation>
    </message>
    <message>
        <source>Known customers stay as they are.</source>
        <translation>已有客户保持不变。</translation>
    </message>
    <message>
        <source>Rows of unknown customers are left out.</source>
        <translation>不属于已有客户的行会跳过。</translation>
    </message>
    <message>
        <source>New: {name}</source>
        <translation>新字段：{name}</translation>
    </message>
    <message>
        <source>Don&apos;t import</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Find a customer or a command</source>
        <translation>查找客户或命令</translation>
    </message>
    <message>
        <source>Nothing fits. Try fewer letters.</source>
        <translation>没有匹配项，试试少输几个字。</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Not a duplicate</source>
        <translation>不是重复</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Keep this record</source>
        <translation>保留这条</translation>
    </message>
    <message>
        <source>Leave this one out</source>
        <translation>不含这条</translation>
    </message>
    <message>
        <source>Arrows move; Space, Return or a digit takes a value.</source>
        <translation>方向键移动；空格、回车或数字键选用该值。</translation>
    </message>
    <message>
        <source>Fields of the customers side by side</source>
        <translation>客户字段并排对照</translation>
    </message>
    <message>
        <source>Match: {score}</source>
        <translation>匹配度：{score}</translation>
    </message>
    <message>
        <source>What follows along: {what}</source>
        <translation>一并转移：{what}</translation>
    </message>
</context>
<context>
    <name>CompletenessMark</name>
    <message>
        <source>complete</source>
        <translation>已完整</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>没有缺项。</translation>
    </message>
    <message>
        <source>1 missing</source>
        <translation>缺 1 项</translation>
    </message>
    <message>
        <source>{count} missing</source>
        <translation>缺 {count} 项</translation>
    </message>
    <message>
        <source>Missing, the weightiest first: {fields}</source>
        <translation>缺少（按重要程度）：{fields}</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Changed by somebody else</source>
        <translation>已被他人修改</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Save my choice</source>
        <translation>按所选保存</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的修改</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的修改</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message>
        <source>F2 edits</source>
        <translation>按 F2 编辑</translation>
    </message>
</context>
<context>
    <name>ContactsTab</name>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>No contact persons yet</source>
        <translation>还没有联系人</translation>
    </message>
    <message>
        <source>Who decides, who pays, whom do you call?</source>
        <translation>谁拍板，谁付款，平时找谁？</translation>
    </message>
    <message>
        <source>Add a contact person</source>
        <translation>添加联系人</translation>
    </message>
    <message>
        <source>Reports to {name}</source>
        <translation>上级：{name}</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>main contact</source>
        <translation>主要联系人</translation>
    </message>
    <message>
        <source>Birthday {date}</source>
        <translation>生日 {date}</translation>
    </message>
</context>
<context>
    <name>CustomerField</name>
    <message>
        <source>Name, pinyin, phone or number</source>
        <translation>名称、拼音、电话或编号</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Recently opened</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters.</source>
        <translation>没有找到，试试少输几个字。</translation>
    </message>
</context>
<context>
    <name>CustomerFormPage</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Save and new</source>
        <translation>保存并新建</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>编辑 {name}</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>What you typed {when} was not saved. It is here again.</source>
        <translation>{when}填写的内容尚未保存，已自动还原。</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>放弃草稿</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>有未保存的修改</translation>
    </message>
</context>
<context>
    <name>CustomerHeader</name>
    <message>
        <source>Key customer</source>
        <translation>大客户</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>未分配客户经理</translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation>暂无计划</translation>
    </message>
    <message>
        <source>overdue since {date}</source>
        <translation>已逾期，原定 {date}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>CustomerListPage</name>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Customer actions</source>
        <translation>客户操作</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Number of customers</source>
        <translation>客户数量</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>还没有客户</translation>
    </message>
    <message>
        <source>Everything you enter stays in this file, also without a network.</source>
        <translation>录入的内容都保存在本机文件里，没有网络也能用。</translation>
    </message>
    <message>
        <source>Add your first customer</source>
        <translation>添加第一位客户</translation>
    </message>
    <message>
        <source>Import a workbook</source>
        <translation>导入 Excel 文件</translation>
    </message>
    <message>
        <source>Look at the sample company</source>
        <translation>体验示例公司</translation>
    </message>
    <message>
        <source>A field of this filter was removed</source>
        <translation>筛选用到的字段已被移除</translation>
    </message>
    <message>
        <source>No customer in this group</source>
        <translation>这一组没有客户</translation>
    </message>
    <message>
        <source>The others are in other groups.</source>
        <translation>其他客户在别的组里。</translation>
    </message>
    <message>
        <source>Show all groups</source>
        <translation>显示全部分组</translation>
    </message>
    <message>
        <source>Its condition holds for nobody. Take it away to see the other customers.</source>
        <translation>该条件不再匹配任何客户。移除它即可看到其他客户。</translation>
    </message>
    <message>
        <source>Take the condition away</source>
        <translation>移除该条件</translation>
    </message>
    <message>
        <source>No customer fits these filters</source>
        <translation>没有符合筛选条件的客户</translation>
    </message>
    <message>
        <source>Take one away, or clear them all.</source>
        <translation>减少筛选条件，或清除全部筛选。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>{count} of {total} selected</source>
        <translation>已选 {count} 位，共 {total} 位</translation>
    </message>
    <message>
        <source>At most {count} at a time with Shift. Ctrl+A selects all.</source>
        <translation>按住 Shift 一次最多选 {count} 位，按 Ctrl+A 可全选。</translation>
    </message>
</context>
<context>
    <name>CustomerPage</name>
    <message>
        <source>Customer actions</source>
        <translation>客户操作</translation>
    </message>
    <message>
        <source>Parts of the customer page</source>
        <translation>客户页面分区</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Year-month-day</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>Open the calendar</source>
        <translation>打开日历</translation>
    </message>
    <message>
        <source>Open the calendar (Alt+Down)</source>
        <translation>打开日历 (Alt+↓)</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
</context>
<context>
    <name>DeletedBanner</name>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>This customer was merged into {name}.</source>
        <translation>此客户已合并到“{name}”。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>打开“{name}”</translation>
    </message>
    <message>
        <source>This customer was deleted {when}. Nothing of it is lost.</source>
        <translation>该客户{when}被删除，资料完整保留。</translation>
    </message>
</context>
<context>
    <name>DetailLines</name>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
</context>
<context>
    <name>DictionariesDialog</name>
    <message>
        <source>Dictionaries</source>
        <translation>字典</translation>
    </message>
    <message>
        <source>Dictionary</source>
        <translation>字典</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>In the dictionary</source>
        <translation>在字典中</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>合并为</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Add to the dictionary</source>
        <translation>加入字典</translation>
    </message>
    <message>
        <source>Choose the values that mean the same, then the one to keep. Later entries follow.</source>
        <translation>先选中意思相同的值，再选要保留的那个。以后录入的旧值也会自动替换。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Take out of the dictionary</source>
        <translation>移出字典</translation>
    </message>
</context>
<context>
    <name>DraftOffers</name>
    <message>
        <source>“{name}” was not saved. What you typed {when} is kept.</source>
        <translation>“{name}”尚未保存，{when}填写的内容已存为草稿。</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续填写</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Drop a table here</source>
        <translation>把表格拖到这里</translation>
    </message>
    <message>
        <source>Excel, WPS and LibreOffice workbooks, text with separators, contact cards</source>
        <translation>支持 Excel、WPS、LibreOffice 工作簿，带分隔符的文本和电子名片</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Paste a table</source>
        <translation>粘贴表格</translation>
    </message>
    <message>
        <source>Nothing is written before you have seen what would happen, and you can take it back afterwards.</source>
        <translation>写入前您会先看到结果；导入之后也可以撤回。</translation>
    </message>
</context>
<context>
    <name>DropField</name>
    <message>
        <source>Show the list</source>
        <translation>显示列表</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Possible duplicates</source>
        <translation>可能重复的客户</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>查找重复</translation>
    </message>
    <message>
        <source>Last looked {when}: {pairs} pairs among {customers} customers.</source>
        <translation>上次查找：{when}，在 {customers} 位客户中找到 {pairs} 对。</translation>
    </message>
    <message>
        <source>Looking for duplicates…</source>
        <translation>正在查找重复客户…</translation>
    </message>
    <message>
        <source>You can go on working; what is found appears here.</source>
        <translation>可以继续工作，找到的会显示在这里。</translation>
    </message>
    <message>
        <source>Nobody has looked for duplicates yet</source>
        <translation>还没有查找过重复客户</translation>
    </message>
    <message>
        <source>Names, phones, e-mails and credit codes are compared.</source>
        <translation>将比较名称、电话、邮箱和信用代码等信息。</translation>
    </message>
    <message>
        <source>No duplicates are left to look at</source>
        <translation>没有待处理的重复客户</translation>
    </message>
</context>
<context>
    <name>Editable</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>F2 edits</source>
        <translation>按 F2 编辑</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>EntriesModel</name>
    <message>
        <source>{count} customers</source>
        <translation>{count} 位客户</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>正在显示</translation>
    </message>
</context>
<context>
    <name>EntryDelegate</name>
    <message>
        <source>Name of the view</source>
        <translation>视图名称</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 项</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export customers</source>
        <translation>导出客户</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>The list, as it is filtered and ordered now</source>
        <translation>当前列表（按现在的筛选和排序）</translation>
    </message>
    <message>
        <source>The {n} selected customers</source>
        <translation>选中的 {n} 位客户</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Workbook (xlsx)</source>
        <translation>Excel 文件（xlsx）</translation>
    </message>
    <message>
        <source>Text (csv)</source>
        <translation>文本文件（csv）</translation>
    </message>
    <message>
        <source>Cards (vcf)</source>
        <translation>名片（vcf）</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>All, to import again</source>
        <translation>全部，可再次导入</translation>
    </message>
    <message>
        <source>As in the list</source>
        <translation>与列表相同</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Version of the cards</source>
        <translation>名片版本</translation>
    </message>
    <message>
        <source>Ids and long numbers stay as they are; choices are offered in the cells.</source>
        <translation>编号和长数字保持原样；单元格提供下拉选项。</translation>
    </message>
    <message>
        <source>UTF-8 holds every character; GBK is for older programs.</source>
        <translation>UTF-8 可保存所有字符；GBK 供旧软件使用。</translation>
    </message>
    <message>
        <source>The columns of the list, on A4 pages.</source>
        <translation>按列表的列，排在 A4 页面上。</translation>
    </message>
    <message>
        <source>For phones and mail programs: a card for each company, person and contact person.</source>
        <translation>供手机和邮件软件使用：每个公司、个人和联系人各一张名片。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>选择保存位置…</translation>
    </message>
</context>
<context>
    <name>FieldDialog</name>
    <message>
        <source>Change a field</source>
        <translation>修改字段</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>添加字段</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>People</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Must be filled in</source>
        <translation>必须填写</translation>
    </message>
    <message>
        <source>Shown below the field</source>
        <translation>显示在字段下方</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>FieldList</name>
    <message>
        <source>Custom fields</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>{count} filled</source>
        <translation>{count} 位客户已填写</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>FieldModel</name>
    <message>
        <source>Stays: {record}</source>
        <translation>保留：{record}</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>已选用</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>FieldsPage</name>
    <message>
        <source>Preview of the form</source>
        <translation>表单预览</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>添加字段</translation>
    </message>
    <message>
        <source>No fields of your own yet</source>
        <translation>还没有自定义字段</translation>
    </message>
    <message>
        <source>What you ask your customers and the form does not have, such as a contract number or shelf space: add it here. It then appears in the form, the list, filters, search, import and export.</source>
        <translation>表单里没有而您需要记录的内容，例如合同编号或货架面积，可以在这里添加。它会出现在表单、列表、筛选、搜索、导入和导出中。</translation>
    </message>
    <message>
        <source>Change (Enter)</source>
        <translation>修改（Enter）</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>上移（Alt+↑）</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>下移（Alt+↓）</translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation>移除（Delete）</translation>
    </message>
    <message>
        <source>{count} of {most}</source>
        <translation>{count} / {most}</translation>
    </message>
    <message>
        <source>Removed fields</source>
        <translation>已移除的字段</translation>
    </message>
    <message>
        <source>{count} filled</source>
        <translation>{count} 位客户已填写</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Empty for good</source>
        <translation>彻底清空</translation>
    </message>
</context>
<context>
    <name>FileFlows</name>
    <message>
        <source>New file</source>
        <translation>新建文件</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Make the sample company anew?</source>
        <translation>重新生成示例公司？</translation>
    </message>
    <message>
        <source>Everything that you changed in it is lost, and Undo cannot bring it back.</source>
        <translation>在示例公司里做过的修改都会丢失，而且无法撤销。</translation>
    </message>
    <message>
        <source>Make it anew</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Tables ({patterns})</source>
        <translation>表格文件 ({patterns})</translation>
    </message>
    <message>
        <source>Import customers</source>
        <translation>导入客户</translation>
    </message>
    <message>
        <source>Export customers</source>
        <translation>导出客户</translation>
    </message>
    <message>
        <source>Template for customers</source>
        <translation>客户导入模板</translation>
    </message>
    <message>
        <source>Save a template</source>
        <translation>保存模板</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>导出全部数据</translation>
    </message>
    <message>
        <source>Import everything</source>
        <translation>导入全部数据</translation>
    </message>
    <message>
        <source>Where the new file is to be</source>
        <translation>新文件的保存位置</translation>
    </message>
    <message>
        <source>Desktop CRM files (*.crmdb)</source>
        <translation>Desktop CRM 文件 (*.crmdb)</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>客户</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>添加人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>Choose another file</source>
        <translation>选择其他文件</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>文件的前几行</translation>
    </message>
    <message>
        <source>Don&apos;t use it</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Row with the column names</source>
        <translation>列名所在行</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Import customers</source>
        <translation>导入客户</translation>
    </message>
    <message>
        <source>Bring in customers with their contact persons, phones, addresses and tags.</source>
        <translation>导入客户及其联系人、电话、地址和标签。</translation>
    </message>
    <message>
        <source>about {rows}</source>
        <translation>约 {rows}</translation>
    </message>
    <message>
        <source>{n} columns</source>
        <translation>{n} 列</translation>
    </message>
    <message>
        <source>Recognised: “{name}”. Its columns and choices are used.</source>
        <translation>已识别方案“{name}”，将使用其中的列和设置。</translation>
    </message>
    <message>
        <source>Left out below the table: {text}</source>
        <translation>表格下方未导入的内容：{text}</translation>
    </message>
    <message>
        <source>Row {n}</source>
        <translation>第 {n} 行</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>FilesTab</name>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加附件…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Ctrl+V</source>
        <translation>Ctrl+V</translation>
    </message>
    <message>
        <source>Open (Enter)</source>
        <translation>打开（回车）</translation>
    </message>
    <message>
        <source>Save as… (Ctrl+S)</source>
        <translation>另存为…（Ctrl+S）</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>重命名（F2）</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>删除（Del）</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n 个附件</numerusform>
        </translation>
    </message>
    <message>
        <source>Contracts, licences, photos: drop them here, paste them, or choose them.</source>
        <translation>合同、执照、照片：拖到这里、粘贴或选择文件。</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>还没有附件</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter by name, pinyin, phone or e-mail</source>
        <translation>筛选名称、拼音、电话、邮箱</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>更多筛选</translation>
    </message>
    <message>
        <source>Build a filter over every field</source>
        <translation>用任意字段组合筛选条件</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Count customers by the values of a field</source>
        <translation>按某个字段的值统计客户</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>未分配</translation>
    </message>
    <message>
        <source>Filter: {words}</source>
        <translation>筛选：{words}</translation>
    </message>
    <message>
        <source>Press Enter to change, Delete to remove</source>
        <translation>按 Enter 修改，按 Delete 移除</translation>
    </message>
    <message>
        <source>Remove filter {name}</source>
        <translation>移除筛选条件 {name}</translation>
    </message>
</context>
<context>
    <name>FilterBuilder</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>The filter in words</source>
        <translation>筛选条件说明</translation>
    </message>
    <message>
        <source>Number of customers that fit</source>
        <translation>符合条件的客户数</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Put into a group</source>
        <translation>放入条件组</translation>
    </message>
    <message>
        <source>Take out of the group</source>
        <translation>移出条件组</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Every customer</source>
        <translation>所有客户</translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>Filter by {name}</source>
        <translation>按{name}筛选</translation>
    </message>
    <message>
        <source>{count} chosen</source>
        <translation>已选 {count} 项</translation>
    </message>
</context>
<context>
    <name>FixedCard</name>
    <message>
        <source>The same in every row</source>
        <translation>每行相同的值</translation>
    </message>
    <message>
        <source>For fields that the file has no column for.</source>
        <translation>用于文件中没有对应列的字段。</translation>
    </message>
    <message>
        <source>Add a fixed value</source>
        <translation>添加固定值</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>移除{name}</translation>
    </message>
</context>
<context>
    <name>FormBody</name>
    <message>
        <source>Customer form</source>
        <translation>客户表单</translation>
    </message>
    <message>
        <source>18 characters</source>
        <translation>18 位</translation>
    </message>
    <message>
        <source>What happens next?</source>
        <translation>接下来要做什么？</translation>
    </message>
    <message>
        <source>Basics</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Phones and channels</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>main</source>
        <translation>主要</translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation>添加地址</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Add a contact person</source>
        <translation>添加联系人</translation>
    </message>
    <message>
        <source>Contact persons</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>lunar calendar</source>
        <translation>农历</translation>
    </message>
    <message>
        <source>Add a date</source>
        <translation>添加日期</translation>
    </message>
    <message>
        <source>Important dates</source>
        <translation>重要日期</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>GroupPane</name>
    <message>
        <source>Group by</source>
        <translation>分组依据</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Stop grouping</source>
        <translation>取消分组</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>GuardBar</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>There are unsaved changes. Save them before you leave?</source>
        <translation>有未保存的修改，离开前要保存吗？</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>Hand over {customers}</source>
        <translation>交接 {customers}</translation>
    </message>
    <message>
        <source>For the new owner and the customers&apos; history</source>
        <translation>写给新客户经理，也显示在时间线中</translation>
    </message>
    <message>
        <source>Empty: stays as it is.</source>
        <translation>留空则不变。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划交接</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>On that day it is carried out by itself.</source>
        <translation>到当天自动执行。</translation>
    </message>
    <message>
        <source>Takes effect at once.</source>
        <translation>立即生效。</translation>
    </message>
</context>
<context>
    <name>HandOversPage</name>
    <message>
        <source>Which hand-overs</source>
        <translation>查看哪些交接</translation>
    </message>
    <message>
        <source>To me</source>
        <translation>交给我的</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划中</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Shared with me</source>
        <translation>共享给我的</translation>
    </message>
    <message>
        <source>Customers of the hand-over</source>
        <translation>交接的客户</translation>
    </message>
    <message>
        <source>Hand-overs</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>From</source>
        <translation>交出人</translation>
    </message>
    <message>
        <source>To</source>
        <translation>接收人</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Nothing was handed over to you</source>
        <translation>还没有客户交接给您</translation>
    </message>
    <message>
        <source>When a colleague hands customers over to you, they appear here with what is open and what is late.</source>
        <translation>同事把客户交接给您后，会显示在这里，并列出未完成和已逾期的事项。</translation>
    </message>
    <message>
        <source>No hand-over is planned</source>
        <translation>没有计划中的交接</translation>
    </message>
    <message>
        <source>Choose customers in the list and hand them over on a later day.</source>
        <translation>在列表中选择客户，再选择以后的日期交接。</translation>
    </message>
    <message>
        <source>Nothing was handed over yet</source>
        <translation>还没有交接记录</translation>
    </message>
    <message>
        <source>Choose customers in the list, then hand them over.</source>
        <translation>在列表中选择客户，然后交接。</translation>
    </message>
    <message>
        <source>No customers are shared with you</source>
        <translation>没有共享给您的客户</translation>
    </message>
    <message>
        <source>No customers left here</source>
        <translation>这里没有客户了</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Complete on average</source>
        <translation>平均完整度</translation>
    </message>
    <message>
        <source>Keep all rules</source>
        <translation>全部合规</translation>
    </message>
    <message>
        <source>Break a rule</source>
        <translation>有不合规项</translation>
    </message>
    <message>
        <source>Show customers</source>
        <translation>查看客户</translation>
    </message>
    <message>
        <source>Change rule</source>
        <translation>修改规范</translation>
    </message>
    <message>
        <source>Delete rule</source>
        <translation>删除规范</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>添加规范</translation>
    </message>
    <message>
        <source>By rule</source>
        <translation>按规范</translation>
    </message>
    <message>
        <source>By owner</source>
        <translation>按客户经理</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>按获取渠道</translation>
    </message>
    <message>
        <source>Summed up</source>
        <translation>汇总方式</translation>
    </message>
    <message>
        <source>No data standards yet</source>
        <translation>还没有录入规范</translation>
    </message>
    <message>
        <source>Rules say what a customer&apos;s file must hold. This page then counts who breaks them.</source>
        <translation>规范说明客户档案必须有哪些内容，本页统计哪些客户不合规。</translation>
    </message>
    <message>
        <source>Start with the suggested rules</source>
        <translation>使用建议的规范</translation>
    </message>
    <message>
        <source>Data health</source>
        <translation>数据质量</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规范</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>Broken by</source>
        <translation>不合规</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规范</translation>
    </message>
    <message>
        <source>Refuses to save</source>
        <translation>禁止保存</translation>
    </message>
    <message>
        <source>From {first} to {last}</source>
        <translation>从 {first} 到 {last}</translation>
    </message>
    <message>
        <source>field removed</source>
        <translation>字段已删除</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>获取渠道</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>未分配</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>无获取渠道</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完整度</translation>
    </message>
</context>
<context>
    <name>HealthWords</name>
    <message>
        <source>(a field that was removed)</source>
        <translation>（已移除的字段）</translation>
    </message>
    <message>
        <source>The file must be verified</source>
        <translation>档案必须定期核实</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>every {n} days</source>
        <translation>每 {n} 天</translation>
    </message>
    <message>
        <source>every {n} weeks</source>
        <translation>每 {n} 周</translation>
    </message>
    <message>
        <source>every {n} months</source>
        <translation>每 {n} 个月</translation>
    </message>
    <message>
        <source>every {n} years</source>
        <translation>每 {n} 年</translation>
    </message>
</context>
<context>
    <name>HeirDialog</name>
    <message>
        <source>Who takes over from {name}?</source>
        <translation>由谁接手 {name} 的工作？</translation>
    </message>
    <message>
        <source>Empty: customers have no owner then; plans, shares and views end.</source>
        <translation>留空则客户变为未分配，计划交接、共享和视图一并取消。</translation>
    </message>
    <message>
        <source>Takes over</source>
        <translation>接手人</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Delete user</source>
        <translation>删除用户</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Filter by name, change or person</source>
        <translation>筛选客户、操作人</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Nothing has been changed yet</source>
        <translation>还没有修改记录</translation>
    </message>
    <message>
        <source>Every change is listed here with who made it and when, and can be undone.</source>
        <translation>每次修改都会列在这里，可以看到由谁在何时修改，也可以撤销。</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>History</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>Show older changes</source>
        <translation>显示更早的修改</translation>
    </message>
    <message>
        <source>No changes yet</source>
        <translation>还没有修改</translation>
    </message>
</context>
<context>
    <name>ImportFields</name>
    <message>
        <source>Don&apos;t import</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Make a custom field of it</source>
        <translation>新建自定义字段</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Matching</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Steps of the import</source>
        <translation>导入步骤</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>导入其他文件</translation>
    </message>
    <message>
        <source>{file} refused rows</source>
        <translation>{file} 被拒绝的行</translation>
    </message>
    <message>
        <source>Save refused rows</source>
        <translation>保存被拒绝的行</translation>
    </message>
    <message>
        <source>Import: {file}</source>
        <translation>导入：{file}</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Key customers: {customers}</source>
        <translation>大客户：{customers}</translation>
    </message>
    <message>
        <source>Who is named looks after them beside the owner. You can leave both empty for now.</source>
        <translation>专人与客户经理一起维护大客户，也可以暂时都不填。</translation>
    </message>
    <message>
        <source>No key customers</source>
        <translation>取消大客户</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
</context>
<context>
    <name>KeyLine</name>
    <message>
        <source>Ask earlier</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Ask later</source>
        <translation>推后</translation>
    </message>
</context>
<context>
    <name>Lexicon</name>
    <message>
        <source>ext.</source>
        <translation>转</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>More for this condition</source>
        <translation>条件的更多操作</translation>
    </message>
    <message>
        <source>Remove condition</source>
        <translation>移除条件</translation>
    </message>
    <message>
        <source>Removed field</source>
        <translation>已移除的字段</translation>
    </message>
    <message>
        <source>This field was removed. The condition holds for nobody.</source>
        <translation>该字段已被移除，条件不匹配任何客户。</translation>
    </message>
</context>
<context>
    <name>LinkField</name>
    <message>
        <source>Name, phone or number</source>
        <translation>名称、电话或编号</translation>
    </message>
</context>
<context>
    <name>ListViews</name>
    <message>
        <source>Changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as view</source>
        <translation>另存为视图</translation>
    </message>
    <message>
        <source>More for this view</source>
        <translation>视图的更多操作</translation>
    </message>
    <message>
        <source>Undo changes</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Filter, columns, order and grouping.</source>
        <translation>包括筛选、列、排序和分组。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>MatchingStep</name>
    <message>
        <source>A row finds its customer by</source>
        <translation>按以下内容查找客户</translation>
    </message>
    <message>
        <source>From top to bottom; the first that finds somebody decides.</source>
        <translation>从上到下依次查找，最先找到的为准。</translation>
    </message>
    <message>
        <source>Names that nobody has here</source>
        <translation>找不到的名称</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>A colleague who is not in the list of people yet.</source>
        <translation>人员列表中还没有的同事。</translation>
    </message>
    <message>
        <source>Parent companies and referrers</source>
        <translation>母公司和推荐人</translation>
    </message>
    <message>
        <source>A company that is not a customer yet.</source>
        <translation>还不是客户的公司。</translation>
    </message>
    <message>
        <source>Custom fields that point to a customer</source>
        <translation>指向客户的自定义字段</translation>
    </message>
    <message>
        <source>The cell names a customer who is not there.</source>
        <translation>单元格里的客户不存在。</translation>
    </message>
    <message>
        <source>Who is already here?</source>
        <translation>哪些客户已经存在？</translation>
    </message>
    <message>
        <source>A row that finds a customer changes it; one that finds none makes a new customer.</source>
        <translation>找到客户的行会更新该客户，找不到的新增客户。</translation>
    </message>
    <message>
        <source>A row that finds a customer is left out; one that finds none makes a new customer.</source>
        <translation>找到客户的行会跳过，找不到的新增客户。</translation>
    </message>
    <message>
        <source>A row that finds a customer changes it; one that finds none is left out.</source>
        <translation>找到客户的行会更新该客户，找不到的跳过。</translation>
    </message>
    <message>
        <source>Where several fit, you are asked in the next step.</source>
        <translation>有多个匹配时，会在下一步询问您。</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close notice</source>
        <translation>关闭通知</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Save view</source>
        <translation>保存视图</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>视图名称</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>查看报告</translation>
    </message>
</context>
<context>
    <name>NotesField</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>加粗</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
</context>
<context>
    <name>OffsetEditor</name>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>周</translation>
    </message>
    <message>
        <source>months</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年</translation>
    </message>
</context>
<context>
    <name>OptionsEditor</name>
    <message>
        <source>Add an option</source>
        <translation>添加选项</translation>
    </message>
    <message>
        <source>“{option}” goes; its values ({count}) become</source>
        <translation>删除“{option}”，其 {count} 个值改为</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
</context>
<context>
    <name>OptionsField</name>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
</context>
<context>
    <name>OtherLine</name>
    <message>
        <source>This customer</source>
        <translation>当前客户</translation>
    </message>
    <message>
        <source>in the recycle bin</source>
        <translation>在回收站中</translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Basics</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Add a phone or e-mail</source>
        <translation>添加电话或邮箱</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>main</source>
        <translation>主要</translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation>添加地址</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好</translation>
    </message>
    <message>
        <source>lunar calendar</source>
        <translation>农历</translation>
    </message>
    <message>
        <source>Add a date</source>
        <translation>添加日期</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写备注</translation>
    </message>
</context>
<context>
    <name>PartDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>PartForms</name>
    <message>
        <source>Contact person</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Main contact</source>
        <translation>主要联系人</translation>
    </message>
    <message>
        <source>Phones and channels</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Empty outside China</source>
        <translation>境外地址请留空</translation>
    </message>
    <message>
        <source>Head office, warehouse …</source>
        <translation>总部、仓库…</translation>
    </message>
    <message>
        <source>Main address</source>
        <translation>主要地址</translation>
    </message>
    <message>
        <source>Important date</source>
        <translation>重要日期</translation>
    </message>
    <message>
        <source>Founding day, contract …</source>
        <translation>成立日、签约日…</translation>
    </message>
    <message>
        <source>By the lunar calendar</source>
        <translation>按农历</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Users and teams</source>
        <translation>用户和团队</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Add user</source>
        <translation>新建用户</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Add team</source>
        <translation>新建团队</translation>
    </message>
    <message>
        <source>Name of a new user</source>
        <translation>新用户的姓名</translation>
    </message>
    <message>
        <source>Name of a new team</source>
        <translation>新团队的名称</translation>
    </message>
    <message>
        <source>A team can own customers and be shared with.</source>
        <translation>团队可以负责客户，也可以接受共享。</translation>
    </message>
    <message>
        <source>No teams yet</source>
        <translation>还没有团队</translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message>
        <source>New or known tag</source>
        <translation>输入新标签或选择已有标签</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PickList</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Nothing fits. Try fewer letters.</source>
        <translation>没有匹配项，试试少输几个字。</translation>
    </message>
</context>
<context>
    <name>Pickers</name>
    <message>
        <source>New tag “{name}”</source>
        <translation>新建标签“{name}”</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>打标签</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>未分配</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分配客户经理</translation>
    </message>
    <message>
        <source>Change stage</source>
        <translation>变更阶段</translation>
    </message>
</context>
<context>
    <name>PointLine</name>
    <message>
        <source>main</source>
        <translation>主要</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>PointRow</name>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Number or address</source>
        <translation>号码或地址</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Main one of its kind</source>
        <translation>设为主要</translation>
    </message>
    <message>
        <source>Remove (Ctrl+Delete)</source>
        <translation>移除 (Ctrl+Delete)</translation>
    </message>
</context>
<context>
    <name>PointsField</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Choose a file to see it here</source>
        <translation>选择一个附件，在这里预览</translation>
    </message>
    <message>
        <source>Beginning of the text</source>
        <translation>文本开头</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>This file could run a program</source>
        <translation>这个文件可能会运行程序</translation>
    </message>
    <message>
        <source>It is kept here, but never opened. If you trust it, save it to a folder and open it there.</source>
        <translation>文件保存在这里，但不会从这里打开。如果信任它，请另存到文件夹后再打开。</translation>
    </message>
    <message>
        <source>No preview for this kind of file</source>
        <translation>此类文件不能预览</translation>
    </message>
    <message>
        <source>Open it to see what is in it.</source>
        <translation>打开后查看内容。</translation>
    </message>
    <message>
        <source>Page {number} of {pages}</source>
        <translation>第 {number} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>Preview of {file}</source>
        <translation>{file} 的预览</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Customer file as PDF</source>
        <translation>客户档案存为 PDF</translation>
    </message>
    <message>
        <source>Print the customer file</source>
        <translation>打印客户档案</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>With the changes so far</source>
        <translation>包含修改记录</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Page {number} of {pages}</source>
        <translation>第 {number} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
</context>
<context>
    <name>ProfileBar</name>
    <message>
        <source>Saved choices</source>
        <translation>已存方案</translation>
    </message>
    <message>
        <source>Name for these choices</source>
        <translation>方案名称</translation>
    </message>
    <message>
        <source>Save choices…</source>
        <translation>保存方案…</translation>
    </message>
    <message>
        <source>As the column names suggest</source>
        <translation>按列名自动识别</translation>
    </message>
    <message>
        <source>Keep for me alone</source>
        <translation>仅自己可用</translation>
    </message>
    <message>
        <source>Share with everybody</source>
        <translation>共享给所有人</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>已共享</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Running jobs</source>
        <translation>正在进行的任务</translation>
    </message>
</context>
<context>
    <name>QuickLook</name>
    <message>
        <source>Quick look</source>
        <translation>快速查看</translation>
    </message>
    <message>
        <source>Close (Space)</source>
        <translation>关闭（空格键）</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>未分配客户经理</translation>
    </message>
    <message>
        <source>Last changes</source>
        <translation>最近修改</translation>
    </message>
</context>
<context>
    <name>RecordFilter</name>
    <message>
        <source>Only one customer</source>
        <translation>只看一位客户</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>Nothing here yet</source>
        <translation>暂无内容</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
</context>
<context>
    <name>RecordsField</name>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>RegionField</name>
    <message>
        <source>the whole of it</source>
        <translation>整个地区</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>RelationDialog</name>
    <message>
        <source>Change the relation</source>
        <translation>修改关系</translation>
    </message>
    <message>
        <source>Add a relation</source>
        <translation>添加关系</translation>
    </message>
    <message>
        <source>The other one is</source>
        <translation>对方是</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>RelationLine</name>
    <message>
        <source>Change the relation (F2)</source>
        <translation>修改关系（F2）</translation>
    </message>
    <message>
        <source>Remove the relation (Delete)</source>
        <translation>移除关系（Delete）</translation>
    </message>
</context>
<context>
    <name>RelationsTab</name>
    <message>
        <source>Relations</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Add a relation</source>
        <translation>添加关系</translation>
    </message>
    <message>
        <source>Who belongs together, who referred whom, who works with whom?</source>
        <translation>谁和谁是一家，谁推荐了谁，谁和谁合作？</translation>
    </message>
    <message>
        <source>No relations yet</source>
        <translation>还没有关系</translation>
    </message>
    <message>
        <source>Company tree</source>
        <translation>公司架构</translation>
    </message>
    <message>
        <source>The tree goes on; only its first {count} companies are shown.</source>
        <translation>架构还有更多，只显示前 {count} 家公司。</translation>
    </message>
    <message>
        <source>Related customers</source>
        <translation>关联客户</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>The application made a mistake: {kind}.</source>
        <translation>程序出现错误：{kind}。</translation>
    </message>
    <message>
        <source>What was saved before is safe. If something on the page looks wrong, open it again.</source>
        <translation>之前保存的数据不受影响。如果页面显示异常，请重新打开。</translation>
    </message>
</context>
<context>
    <name>ResultStep</name>
    <message>
        <source>Take it back</source>
        <translation>撤回导入</translation>
    </message>
    <message>
        <source>Save refused rows…</source>
        <translation>保存被拒绝的行…</translation>
    </message>
    <message>
        <source>Rows by what became of them</source>
        <translation>按处理结果分类的行</translation>
    </message>
    <message>
        <source>Taking the import back</source>
        <translation>正在撤回导入</translation>
    </message>
    <message>
        <source>What was edited since the import stays.</source>
        <translation>导入后编辑过的内容会保留。</translation>
    </message>
    <message>
        <source>Backing up first</source>
        <translation>正在先备份</translation>
    </message>
    <message>
        <source>Then the import begins. Nothing is written yet.</source>
        <translation>备份完成后开始导入，尚未写入任何内容。</translation>
    </message>
    <message>
        <source>Importing “{file}”</source>
        <translation>正在导入“{file}”</translation>
    </message>
    <message>
        <source>Everything is written at once at the end; until then, Cancel leaves nothing behind.</source>
        <translation>最后一次性写入；在此之前取消不会留下任何内容。</translation>
    </message>
    <message>
        <source>The import was taken back</source>
        <translation>导入已撤回</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入完成</translation>
    </message>
    <message>
        <source>{created} new customers, {changed} changed, {rows} rows not taken.</source>
        <translation>新增 {created} 位客户，更新 {changed} 位，{rows} 行未导入。</translation>
    </message>
    <message>
        <source>and {n} more…</source>
        <translation>还有 {n} 位…</translation>
    </message>
    <message>
        <source>All else is as it was before.</source>
        <translation>其余一切恢复原样。</translation>
    </message>
    <message>
        <source>All is as it was before.</source>
        <translation>一切恢复原样。</translation>
    </message>
    <message>
        <source>Edited since the import, so they stay ({n}): {names}</source>
        <translation>导入后编辑过，因此保留（{n}）：{names}</translation>
    </message>
    <message>
        <source>Customers that stay</source>
        <translation>保留的客户</translation>
    </message>
    <message>
        <source>Show the customers</source>
        <translation>查看客户</translation>
    </message>
    <message>
        <source>Enter opens the customer of a row. Ctrl+Z takes the whole import back.</source>
        <translation>按回车打开该行的客户。按 Ctrl+Z 撤销整次导入。</translation>
    </message>
</context>
<context>
    <name>RowDetail</name>
    <message>
        <source>The row in full</source>
        <translation>该行详情</translation>
    </message>
    <message>
        <source>Choose a row to see what becomes of it.</source>
        <translation>选中一行，查看它的处理结果。</translation>
    </message>
    <message>
        <source>Row {n}</source>
        <translation>第 {n} 行</translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>打开客户</translation>
    </message>
    <message>
        <source>Tells more of the customer of row {n}.</source>
        <translation>与第 {n} 行是同一位客户。</translation>
    </message>
    <message>
        <source>The customer already says all of this.</source>
        <translation>客户资料已经完全一致。</translation>
    </message>
    <message>
        <source>Several customers fit. Which one is meant?</source>
        <translation>有多位客户匹配，指的是哪一位？</translation>
    </message>
    <message>
        <source>This row is not taken.</source>
        <translation>此行不导入。</translation>
    </message>
    <message>
        <source>None of them: a new customer</source>
        <translation>都不是，新增客户</translation>
    </message>
    <message>
        <source>Leave the row out</source>
        <translation>跳过此行</translation>
    </message>
    <message>
        <source>before: {value}</source>
        <translation>原值：{value}</translation>
    </message>
    <message>
        <source>emptied</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>“{value}” in all rows of {column}</source>
        <translation>{column}列中所有的“{value}”</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>Find in the rows</source>
        <translation>在行中查找</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>文件的行</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No rows here</source>
        <translation>没有行</translation>
    </message>
    <message>
        <source>No row of the file fits this choice.</source>
        <translation>文件中没有符合条件的行。</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>Change data rule</source>
        <translation>修改录入规范</translation>
    </message>
    <message>
        <source>Add data rule</source>
        <translation>添加录入规范</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Made from the rule if left empty</source>
        <translation>留空则按规范生成</translation>
    </message>
    <message>
        <source>Refuse to save a customer that newly breaks it</source>
        <translation>新出现不合规时禁止保存</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规范</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>For customers of the kind</source>
        <translation>客户类型</translation>
    </message>
    <message>
        <source>At the stage</source>
        <translation>所处阶段</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Again after</source>
        <translation>核实周期</translation>
    </message>
    <message>
        <source>6m: six months; d, w, m or y</source>
        <translation>6m 表示六个月；d 天、w 周、m 月、y 年</translation>
    </message>
    <message>
        <source>A regular expression, such as [A-Z]{2}\d{4}</source>
        <translation>正则表达式，如 [A-Z]{2}\d{4}</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search customers: name, pinyin, phone, e-mail</source>
        <translation>搜索客户：名称、拼音、电话、邮箱</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Recently opened</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Search in</source>
        <translation>搜索范围</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters.</source>
        <translation>没有找到，试试少输几个字。</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>not ({rest})</source>
        <translation>不满足（{rest}）</translation>
    </message>
    <message>
        <source>({rest})</source>
        <translation>（{rest}）</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first}且{second}</translation>
    </message>
    <message>
        <source>{first} or {second}</source>
        <translation>{first}或{second}</translation>
    </message>
    <message>
        <source>(a field that was removed)</source>
        <translation>（已移除的字段）</translation>
    </message>
    <message>
        <source>(incomplete)</source>
        <translation>（不完整）</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另外 {count} 项</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}、{second}</translation>
    </message>
    <message>
        <source>{field} is {value}</source>
        <translation>{field}为{value}</translation>
    </message>
    <message>
        <source>{field} is not {value}</source>
        <translation>{field}不为{value}</translation>
    </message>
    <message>
        <source>{field} has {value}</source>
        <translation>{field}包含{value}</translation>
    </message>
    <message>
        <source>{field} contains “{value}”</source>
        <translation>{field}含“{value}”</translation>
    </message>
    <message>
        <source>{field} does not contain “{value}”</source>
        <translation>{field}不含“{value}”</translation>
    </message>
    <message>
        <source>{field} starts with “{value}”</source>
        <translation>{field}以“{value}”开头</translation>
    </message>
    <message>
        <source>{field} fits “{value}”</source>
        <translation>{field}符合“{value}”</translation>
    </message>
    <message>
        <source>{field} does not fit “{value}”</source>
        <translation>{field}不符合“{value}”</translation>
    </message>
    <message>
        <source>{field} is before {value}</source>
        <translation>{field}早于 {value}</translation>
    </message>
    <message>
        <source>{field} is less than {value}</source>
        <translation>{field}小于 {value}</translation>
    </message>
    <message>
        <source>{field} is at most {value}</source>
        <translation>{field}不超过 {value}</translation>
    </message>
    <message>
        <source>{field} is after {value}</source>
        <translation>{field}晚于 {value}</translation>
    </message>
    <message>
        <source>{field} is more than {value}</source>
        <translation>{field}大于 {value}</translation>
    </message>
    <message>
        <source>{field} is at least {value}</source>
        <translation>{field}不少于 {value}</translation>
    </message>
    <message>
        <source>{field} is from {low} to {high}</source>
        <translation>{field}在 {low} 至 {high} 之间</translation>
    </message>
    <message>
        <source>not verified for {value}</source>
        <translation>已 {value}未核实</translation>
    </message>
    <message>
        <source>{field} is more than {value} ago or never</source>
        <translation>{field}在 {value}以前或为空</translation>
    </message>
    <message>
        <source>{field} is in the last {value}</source>
        <translation>{field}在最近 {value}内</translation>
    </message>
    <message>
        <source>{field} is in the next {value}</source>
        <translation>{field}在未来 {value}内</translation>
    </message>
    <message>
        <source>{field} is empty</source>
        <translation>{field}为空</translation>
    </message>
    <message>
        <source>{field} is filled in</source>
        <translation>{field}不为空</translation>
    </message>
    <message>
        <source>is before</source>
        <translation>早于</translation>
    </message>
    <message>
        <source>is after</source>
        <translation>晚于</translation>
    </message>
    <message>
        <source>is</source>
        <translation>为</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>不为</translation>
    </message>
    <message>
        <source>has any of</source>
        <translation>含任一</translation>
    </message>
    <message>
        <source>is any of</source>
        <translation>为任一</translation>
    </message>
    <message>
        <source>has none of</source>
        <translation>不含任一</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>不为任一</translation>
    </message>
    <message>
        <source>has all of</source>
        <translation>含全部</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>不包含</translation>
    </message>
    <message>
        <source>starts with</source>
        <translation>开头是</translation>
    </message>
    <message>
        <source>fits the pattern</source>
        <translation>符合格式</translation>
    </message>
    <message>
        <source>does not fit the pattern</source>
        <translation>不符合格式</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>小于</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>不超过</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>大于</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>不少于</translation>
    </message>
    <message>
        <source>is between</source>
        <translation>介于</translation>
    </message>
    <message>
        <source>is longer ago than</source>
        <translation>早于多久以前</translation>
    </message>
    <message>
        <source>is in the last</source>
        <translation>在最近</translation>
    </message>
    <message>
        <source>is in the next</source>
        <translation>在未来</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>is filled in</source>
        <translation>不为空</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 周</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 个月</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 年</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>{count} weeks</source>
        <translation>{count} 周</translation>
    </message>
    <message>
        <source>{count} months</source>
        <translation>{count} 个月</translation>
    </message>
    <message>
        <source>{count} years</source>
        <translation>{count} 年</translation>
    </message>
    <message>
        <source>me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>and</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
</context>
<context>
    <name>ServerDialog</name>
    <message>
        <source>Open a team database</source>
        <translation>打开团队数据库</translation>
    </message>
    <message>
        <source>Your administrator knows these. The password is not kept.</source>
        <translation>连接信息请向管理员索取，密码不会保存。</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Server and database are needed.</source>
        <translation>请填写服务器和数据库。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>设置分类</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>下次启动后生效。</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Share {customers}</source>
        <translation>共享 {customers}</translation>
    </message>
    <message>
        <source>Whom a customer is shared with finds it under “Shared with me”.</source>
        <translation>被共享的人可在“共享给我的”中找到客户。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>People and teams</source>
        <translation>人员和团队</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Nobody to share with yet</source>
        <translation>还没有可共享的人</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>共享</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Opening “{name}”…</source>
        <translation>正在打开“{name}”…</translation>
    </message>
    <message>
        <source>No file is open</source>
        <translation>未打开文件</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>已全部保存</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近打开的文件</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Find a shortcut</source>
        <translation>查找快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Navigation</source>
        <translation>导航栏</translation>
    </message>
    <message>
        <source>Collapse the navigation</source>
        <translation>收起导航栏</translation>
    </message>
    <message>
        <source>Current page</source>
        <translation>当前页面</translation>
    </message>
    <message>
        <source>Expand the navigation</source>
        <translation>展开导航栏</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎使用</translation>
    </message>
    <message>
        <source>Your customers, on your own computer</source>
        <translation>客户资料，都在自己的电脑里</translation>
    </message>
    <message>
        <source>Everything works without a network, and every change can be undone. How do you want to begin?</source>
        <translation>没有网络也能用，每次修改都可以撤销。从哪里开始？</translation>
    </message>
    <message>
        <source>Look at the sample company</source>
        <translation>体验示例公司</translation>
    </message>
    <message>
        <source>About 300 invented customers to try everything on. Nothing of yours is touched.</source>
        <translation>约 300 位虚构的客户，随意试用，不影响已有数据。</translation>
    </message>
    <message>
        <source>Start an empty file</source>
        <translation>新建空白文件</translation>
    </message>
    <message>
        <source>Type customers in, or import them from a workbook.</source>
        <translation>逐个录入客户，或从 Excel 文件导入。</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>A Desktop CRM file that is on this computer already.</source>
        <translation>打开这台电脑上已有的 Desktop CRM 文件。</translation>
    </message>
    <message>
        <source>Open a team database on a server</source>
        <translation>打开服务器上的团队数据库</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>“{name}” was not opened</source>
        <translation>未能打开“{name}”</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Restore a back-up…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Open a team database…</source>
        <translation>打开团队数据库…</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>选择其他文件…</translation>
    </message>
    <message>
        <source>Choose another place…</source>
        <translation>选择其他位置…</translation>
    </message>
    <message>
        <source>Start a file on this computer…</source>
        <translation>在这台电脑上新建文件…</translation>
    </message>
</context>
<context>
    <name>StepButton</name>
    <message>
        <source>current step</source>
        <translation>当前步骤</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>未完成</translation>
    </message>
</context>
<context>
    <name>StepPage</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>选择其他文件</translation>
    </message>
    <message>
        <source>Reading “{file}”</source>
        <translation>正在读取“{file}”</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>尚未写入任何内容。</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Open next steps</source>
        <translation>未完成的下一步</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Key customers</source>
        <translation>大客户</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Hand over now</source>
        <translation>立即交接</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>取消交接</translation>
    </message>
</context>
<context>
    <name>TableHeader</name>
    <message>
        <source>Column titles</source>
        <translation>列标题</translation>
    </message>
    <message>
        <source>Freeze the columns up to here</source>
        <translation>冻结到此列</translation>
    </message>
    <message>
        <source>Freeze no columns</source>
        <translation>取消冻结列</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>自动列宽</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>选择列…</translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>Tag {name}</source>
        <translation>标签 {name}</translation>
    </message>
    <message>
        <source>Press Delete to remove</source>
        <translation>按 Delete 键移除</translation>
    </message>
</context>
<context>
    <name>TagRow</name>
    <message>
        <source>Name of the tag</source>
        <translation>标签名称</translation>
    </message>
    <message>
        <source>Colour {number}</source>
        <translation>颜色 {number}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>A change shows on every customer that carries the tag.</source>
        <translation>修改会同步到带有此标签的所有客户。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Put one on a customer, and it appears here.</source>
        <translation>给客户打上标签后，会显示在这里。</translation>
    </message>
    <message>
        <source>No tags yet</source>
        <translation>还没有标签</translation>
    </message>
</context>
<context>
    <name>TagsField</name>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>TeamRow</name>
    <message>
        <source>Name of the team</source>
        <translation>团队名称</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>All rows</source>
        <translation>全部行</translation>
    </message>
</context>
<context>
    <name>TimelineTab</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Show older entries</source>
        <translation>显示更早的动态</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>还没有动态</translation>
    </message>
    <message>
        <source>Changes appear here by day.</source>
        <translation>每天的修改会显示在这里。</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Search customers: name, pinyin, phone, e-mail</source>
        <translation>搜索客户：名称、拼音、电话、邮箱</translation>
    </message>
</context>
<context>
    <name>TwinBar</name>
    <message>
        <source>Open it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Perhaps here already: {name} ({code}), same {field}.</source>
        <translation>可能已有此客户：{name}（{code}），{field}相同。</translation>
    </message>
    <message>
        <source>Perhaps here already: {name} ({code}), same {field}, and {count} more.</source>
        <translation>可能已有此客户：{name}（{code}），{field}相同，另有 {count} 位。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>UserHead</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Looks after</source>
        <translation>负责</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>启用</translation>
    </message>
</context>
<context>
    <name>UserRow</name>
    <message>
        <source>Name of the user</source>
        <translation>用户姓名</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>No team</source>
        <translation>无团队</translation>
    </message>
    <message>
        <source>Active: can be chosen as an owner</source>
        <translation>启用：可选为客户经理</translation>
    </message>
    <message>
        <source>key</source>
        <translation>位大客户</translation>
    </message>
    <message>
        <source>you</source>
        <translation>我</translation>
    </message>
</context>
<context>
    <name>ValuesButton</name>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}、{second}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>ValuesStep</name>
    <message>
        <source>Values that are not known here</source>
        <translation>未知的值</translation>
    </message>
    <message>
        <source>All values are known</source>
        <translation>所有值均可识别</translation>
    </message>
    <message>
        <source>Take all suggestions</source>
        <translation>采用全部建议</translation>
    </message>
    <message>
        <source>Order of day, month and year</source>
        <translation>年月日顺序</translation>
    </message>
    <message>
        <source>Year first</source>
        <translation>年在前</translation>
    </message>
    <message>
        <source>Day first</source>
        <translation>日在前</translation>
    </message>
    <message>
        <source>Month first</source>
        <translation>月在前</translation>
    </message>
    <message>
        <source>What a blank cell says</source>
        <translation>空白单元格的含义</translation>
    </message>
    <message>
        <source>Nothing: keep</source>
        <translation>保留原值</translation>
    </message>
    <message>
        <source>Empty the field</source>
        <translation>清空字段</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Blank cells</source>
        <translation>空白单元格</translation>
    </message>
    <message>
        <source>What do the values mean?</source>
        <translation>这些值是什么意思？</translation>
    </message>
    <message>
        <source>{n} values are not known here. Say what each of them means.</source>
        <translation>有 {n} 个值无法识别，请说明各自的含义。</translation>
    </message>
    <message>
        <source>Choose how dates are read and what blank cells mean.</source>
        <translation>选择日期的读法和空白单元格的含义。</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中的值</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>处理为</translation>
    </message>
    <message>
        <source>Every option, region, person and tag in the file is known here.</source>
        <translation>文件中的选项、地区、人员和标签都已存在。</translation>
    </message>
    <message>
        <source>A stored value stays where its cell is blank.</source>
        <translation>单元格为空时，保留原有的值。</translation>
    </message>
    <message>
        <source>Where a cell is blank, the stored value is removed. Lists stay unless they are ticked here:</source>
        <translation>单元格为空时，清除原有的值。列表类字段默认保留，需要清空的请勾选：</translation>
    </message>
    <message>
        <source>2026-03-04 is 4 March; 3/4/2026 is refused.</source>
        <translation>2026-03-04 读作 3 月 4 日；3/4/2026 会被拒绝。</translation>
    </message>
    <message>
        <source>3/4/2026 is 3 April. Dates that begin with a year are read as ever.</source>
        <translation>3/4/2026 读作 4 月 3 日。以年份开头的日期照常识别。</translation>
    </message>
    <message>
        <source>3/4/2026 is 4 March. Dates that begin with a year are read as ever.</source>
        <translation>3/4/2026 读作 3 月 4 日。以年份开头的日期照常识别。</translation>
    </message>
    <message>
        <source>Suggested: {value}</source>
        <translation>建议：{value}</translation>
    </message>
    <message>
        <source>The row is refused</source>
        <translation>拒绝该行</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Kept as text</source>
        <translation>按原文保留</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>不导入此值</translation>
    </message>
    <message>
        <source>Known values</source>
        <translation>已有的值</translation>
    </message>
    <message>
        <source>take this instead</source>
        <translation>用此值代替</translation>
    </message>
</context>
<context>
    <name>VerifiedLine</name>
    <message>
        <source>Verify now</source>
        <translation>立即核实</translation>
    </message>
    <message>
        <source>Say that everything in this file is right today</source>
        <translation>确认这份资料今天全部属实</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Nobody has looked at this file for half a year.</source>
        <translation>这份资料已经半年没有人核实。</translation>
    </message>
</context>
<context>
    <name>ViewsPanel</name>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Save what the list shows as a view</source>
        <translation>把当前列表存为视图</translation>
    </message>
    <message>
        <source>Hide the views</source>
        <translation>隐藏视图</translation>
    </message>
    <message>
        <source>My views</source>
        <translation>我的视图</translation>
    </message>
    <message>
        <source>Shared by others</source>
        <translation>他人共享</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>内置视图</translation>
    </message>
    <message>
        <source>Shared with everybody</source>
        <translation>已共享给所有人</translation>
    </message>
    <message>
        <source>Shared by {name}</source>
        <translation>由{name}共享</translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>取消共享</translation>
    </message>
    <message>
        <source>Share with everybody</source>
        <translation>共享给所有人</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>WeightsDialog</name>
    <message>
        <source>Weights of completeness</source>
        <translation>完整度权重</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>A field that counts 0 is left out. What matters is the share of all weights.</source>
        <translation>权重为 0 的字段不计入。起作用的是各项占总权重的比例。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>WindowedModel</name>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>已选中</translation>
    </message>
</context>
<context>
    <name>YesNoEditor</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Option</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>A team database is backed up by the administrator of its server. Nothing was done.</source>
        <translation>团队数据库由服务器管理员备份，未执行任何操作。</translation>
    </message>
    <message>
        <source>Ask for pg_dump, or export the customers to a file of your own.</source>
        <translation>请管理员用 pg_dump 备份，或将客户导出到自己的文件。</translation>
    </message>
    <message>
        <source>The history has no change “{text}”.</source>
        <translation>修改记录中没有“{text}”。</translation>
    </message>
    <message>
        <source>The history lists the changes with their numbers.</source>
        <translation>修改的编号可在修改记录中查到。</translation>
    </message>
    <message>
        <source>This database is open in a window of Desktop CRM. Nothing was restored.</source>
        <translation>此数据库正在 Desktop CRM 窗口中使用，未执行恢复。</translation>
    </message>
    <message>
        <source>{count} file contents that nothing can bring back any more ({size} bytes); --purge-files deletes them.</source>
        <translation>有 {count} 份附件内容已无法恢复使用（{size} 字节）；可用 --purge-files 删除。</translation>
    </message>
    <message>
        <source>Close that window, then try again.</source>
        <translation>请关闭该窗口后重试。</translation>
    </message>
    <message>
        <source>{count} refused rows are in {file}.</source>
        <translation>{count} 行被拒绝，已写入 {file}。</translation>
    </message>
    <message>
        <source>Trial run of {file}, nothing was written: {rows} rows read.</source>
        <translation>预演 {file}：读取 {rows} 行，未写入任何数据。</translation>
    </message>
    <message>
        <source>{file}: {rows} rows read.</source>
        <translation>{file}：读取 {rows} 行。</translation>
    </message>
    <message>
        <source>{created} customers new, {changed} changed, {unchanged} unchanged; {left} rows left out.</source>
        <translation>新增 {created} 位客户，修改 {changed} 位，{unchanged} 位无变化；跳过 {left} 行。</translation>
    </message>
    <message>
        <source>Columns not read: {columns}</source>
        <translation>未识别的列：{columns}</translation>
    </message>
    <message>
        <source>New users: {names}</source>
        <translation>新增用户：{names}</translation>
    </message>
    <message>
        <source>Row {row}, {column} “{value}”: {reason}</source>
        <translation>第 {row} 行，{column}“{value}”：{reason}</translation>
    </message>
    <message>
        <source>Row {row}, {column}: {reason}</source>
        <translation>第 {row} 行，{column}：{reason}</translation>
    </message>
    <message>
        <source>Row {row}: {reason}</source>
        <translation>第 {row} 行：{reason}</translation>
    </message>
    <message>
        <source>… and {count} more; --json lists all.</source>
        <translation>… 另有 {count} 条，用 --json 可列出全部。</translation>
    </message>
    <message>
        <source>{count} customers written to {file}.</source>
        <translation>已将 {count} 位客户写入 {file}。</translation>
    </message>
    <message>
        <source>A template with {count} columns is in {file}.</source>
        <translation>模板（{count} 列）已写入 {file}。</translation>
    </message>
    <message>
        <source>{count} rows of {tables} kinds, {files} file contents written to {file}.</source>
        <translation>已将 {tables} 类共 {count} 行、{files} 个附件写入 {file}。</translation>
    </message>
    <message>
        <source>{count} rows of {tables} kinds, {files} file contents taken from {file}.</source>
        <translation>已从 {file} 导入 {tables} 类共 {count} 行、{files} 个附件。</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>Undone: {title}</source>
        <translation>已撤销：{title}</translation>
    </message>
    <message>
        <source>All is well: pages, references, search index, journal and files.</source>
        <translation>一切正常：数据页、引用、搜索索引、日志和附件。</translation>
    </message>
    <message>
        <source>{customers} customers, {percent} % complete on average, {clean} keep all rules.</source>
        <translation>共 {customers} 位客户，平均完整度 {percent}%，{clean} 位全部合规。</translation>
    </message>
    <message>
        <source>{count}  {field} {rule}</source>
        <translation>{count}  {field}{rule}</translation>
    </message>
    <message>
        <source>There are no rules yet.</source>
        <translation>还没有规范。</translation>
    </message>
    <message>
        <source>Backed up to {file}: {customers} customers.</source>
        <translation>已备份到 {file}，共 {customers} 位客户。</translation>
    </message>
    <message>
        <source>Restored: {customers} customers.</source>
        <translation>已恢复 {customers} 位客户。</translation>
    </message>
    <message>
        <source>The former file is kept as {aside}.</source>
        <translation>原文件已另存为 {aside}。</translation>
    </message>
    <message>
        <source>{count} sample customers made.</source>
        <translation>已生成 {count} 位示例客户。</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>正在读取 {file}</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>正在导入 {file}</translation>
    </message>
    <message>
        <source>Importing everything from {file}</source>
        <translation>正在从 {file} 导入全部数据</translation>
    </message>
    <message>
        <source>Exporting to {file}</source>
        <translation>正在导出到 {file}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>1 minute ago</source>
        <translation>1 分钟前</translation>
    </message>
    <message>
        <source>{n} minutes ago</source>
        <translation>{n} 分钟前</translation>
    </message>
    <message>
        <source>in 1 minute</source>
        <translation>1 分钟后</translation>
    </message>
    <message>
        <source>in {n} minutes</source>
        <translation>{n} 分钟后</translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation>1 小时前</translation>
    </message>
    <message>
        <source>{n} hours ago</source>
        <translation>{n} 小时前</translation>
    </message>
    <message>
        <source>in 1 hour</source>
        <translation>1 小时后</translation>
    </message>
    <message>
        <source>in {n} hours</source>
        <translation>{n} 小时后</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>{n} days ago</source>
        <translation>{n} 天前</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>in {n} days</source>
        <translation>{n} 天后</translation>
    </message>
    <message>
        <source>The background work ended unexpectedly ({reason}). What it had not finished was not saved.</source>
        <translation>后台任务意外中止（{reason}），未完成的部分没有保存。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, close other programs to free memory.</source>
        <translation>请重试；如再次出现，请关闭其他程序以释放内存。</translation>
    </message>
    <message>
        <source>exit code {code}</source>
        <translation>退出代码 {code}</translation>
    </message>
    <message>
        <source>stopped by signal {name}</source>
        <translation>被信号 {name} 终止</translation>
    </message>
    <message>
        <source>Something went wrong in the application. Nothing was changed.</source>
        <translation>程序出错，数据未作任何改动。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, send the error report.</source>
        <translation>请重试；如再次出现，请发送错误报告。</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Back-ups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Country of phone numbers</source>
        <translation>电话默认国家或地区</translation>
    </message>
    <message>
        <source>For numbers that are written without a country code.</source>
        <translation>用于未写国际区号的号码。</translation>
    </message>
    <message>
        <source>Mainland China (+86)</source>
        <translation>中国大陆（+86）</translation>
    </message>
    <message>
        <source>Hong Kong (+852)</source>
        <translation>中国香港（+852）</translation>
    </message>
    <message>
        <source>Macao (+853)</source>
        <translation>中国澳门（+853）</translation>
    </message>
    <message>
        <source>Taiwan (+886)</source>
        <translation>中国台湾（+886）</translation>
    </message>
    <message>
        <source>Singapore (+65)</source>
        <translation>新加坡（+65）</translation>
    </message>
    <message>
        <source>Japan (+81)</source>
        <translation>日本（+81）</translation>
    </message>
    <message>
        <source>United States (+1)</source>
        <translation>美国（+1）</translation>
    </message>
    <message>
        <source>United Kingdom (+44)</source>
        <translation>英国（+44）</translation>
    </message>
    <message>
        <source>Germany (+49)</source>
        <translation>德国（+49）</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Leave empty for the font that shows Chinese best on this system.</source>
        <translation>留空则使用本机最适合显示中文的字体。</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Largest file in MB</source>
        <translation>附件大小上限（MB）</translation>
    </message>
    <message>
        <source>Files of customers are kept in the database, and in every back-up of it.</source>
        <translation>客户附件保存在数据库中，也包含在每个备份里。</translation>
    </message>
    <message>
        <source>Back-ups kept</source>
        <translation>保留备份数</translation>
    </message>
    <message>
        <source>Older back-ups of the same file are deleted.</source>
        <translation>同一文件超出份数的旧备份会被删除。</translation>
    </message>
    <message>
        <source>Automatic back-up</source>
        <translation>自动备份</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation>每天一次</translation>
    </message>
    <message>
        <source>The settings could not be read and are at their defaults. The old file is kept as {file}.</source>
        <translation>无法读取设置，已恢复为默认值。原文件已另存为 {file}。</translation>
    </message>
    <message>
        <source>“{label}” cannot be set to “{value}”.</source>
        <translation>“{label}”不能设为“{value}”。</translation>
    </message>
    <message>
        <source>“{folder}” is on a network drive. A database file there can be damaged when the connection breaks or two computers write at once. Nothing was changed.</source>
        <translation>“{folder}”位于网络驱动器上，断线或多台电脑同时写入会损坏数据库文件。未作任何改动。</translation>
    </message>
    <message>
        <source>Keep the file on this computer&apos;s own disk. To work on the same data as a team, use a PostgreSQL database.</source>
        <translation>请把文件放在本机磁盘上；多人共用数据请使用 PostgreSQL 数据库。</translation>
    </message>
    <message>
        <source>“{folder}” is kept in step by {service}, which copies the file while it is being written. The copies can be damaged or overwrite newer data. Nothing was changed.</source>
        <translation>“{folder}”由 {service} 同步，写入过程中的同步可能损坏文件或覆盖较新的数据。未作任何改动。</translation>
    </message>
    <message>
        <source>Keep the file in another folder on this computer and let {service} keep the back-ups. To share data, use a PostgreSQL database.</source>
        <translation>请把文件放在本机的其他文件夹，{service} 只用来存放备份；共享数据请使用 PostgreSQL 数据库。</translation>
    </message>
    <message>
        <source>You may not write in “{folder}”, so changes could not be saved there.</source>
        <translation>没有“{folder}”的写入权限，修改无法保存在那里。</translation>
    </message>
    <message>
        <source>Choose another folder, or ask for permission to write in this one.</source>
        <translation>请选择其他文件夹，或申请此文件夹的写入权限。</translation>
    </message>
    <message>
        <source>The disk of “{folder}” is almost full: {free} MB are left.</source>
        <translation>“{folder}”所在磁盘快满了，仅剩 {free} MB。</translation>
    </message>
    <message>
        <source>Free some space or choose another disk, so that changes can be saved.</source>
        <translation>请清理磁盘空间或换一个磁盘，以便保存修改。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo: {title}</source>
        <translation>撤销：{title}</translation>
    </message>
    <message>
        <source>Redo: {title}</source>
        <translation>重做：{title}</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Restoring the back-up</source>
        <translation>正在恢复备份</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Edit customer</source>
        <translation>编辑客户</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Delete {name}</source>
        <translation>删除 {name}</translation>
    </message>
    <message>
        <source>Delete {count} customers</source>
        <translation>删除 {count} 位客户</translation>
    </message>
    <message>
        <source>Restore {name}</source>
        <translation>恢复 {name}</translation>
    </message>
    <message>
        <source>Restore {count} customers</source>
        <translation>恢复 {count} 位客户</translation>
    </message>
    <message>
        <source>Assign {name} to {owner}</source>
        <translation>将 {name} 分配给 {owner}</translation>
    </message>
    <message>
        <source>Assign {count} customers to {owner}</source>
        <translation>将 {count} 位客户分配给 {owner}</translation>
    </message>
    <message>
        <source>Move {name} to {stage}</source>
        <translation>将 {name} 移至“{stage}”阶段</translation>
    </message>
    <message>
        <source>Move {count} customers to {stage}</source>
        <translation>将 {count} 位客户移至“{stage}”阶段</translation>
    </message>
    <message>
        <source>Some fields need a look. Nothing was saved yet.</source>
        <translation>有些内容需要检查，尚未保存。</translation>
    </message>
    <message>
        <source>There are {most} custom fields already, and more do not fit.</source>
        <translation>已有 {most} 个自定义字段，不能再添加。</translation>
    </message>
    <message>
        <source>Remove a field that nobody needs, then empty it for good: that makes room.</source>
        <translation>请移除不再需要的字段，再将其彻底清空，即可腾出位置。</translation>
    </message>
    <message>
        <source>This field is not there any more.</source>
        <translation>该字段已不存在。</translation>
    </message>
    <message>
        <source>Somebody else changed the field {name} meanwhile. Nothing was saved.</source>
        <translation>其他人刚刚修改了字段 {name}。未保存任何内容。</translation>
    </message>
    <message>
        <source>Open it again to see what it is now.</source>
        <translation>请重新打开，查看最新内容。</translation>
    </message>
    <message>
        <source>There is another field called {name} now. Rename that one first.</source>
        <translation>现在已有另一个名为 {name} 的字段。请先为它改名。</translation>
    </message>
    <message>
        <source>Another field stands where this one stood. Nothing was changed.</source>
        <translation>该字段的位置已被另一个字段占用。未做任何更改。</translation>
    </message>
    <message>
        <source>Undo the adding of that field first; History lists it.</source>
        <translation>请先撤销那个字段的添加，可在历史记录中找到。</translation>
    </message>
    <message>
        <source>Customers have values of this field, which would be lost. Nothing was changed.</source>
        <translation>有客户填写了该字段，撤销会丢失这些值。未做任何更改。</translation>
    </message>
    <message>
        <source>Remove the field instead: its values are kept.</source>
        <translation>请改为移除该字段，其值会保留。</translation>
    </message>
    <message>
        <source>Add field {field}</source>
        <translation>添加字段 {field}</translation>
    </message>
    <message>
        <source>Rename field {was} to {field}</source>
        <translation>将字段 {was} 改名为 {field}</translation>
    </message>
    <message>
        <source>Change field {field}</source>
        <translation>修改字段 {field}</translation>
    </message>
    <message>
        <source>Reorder the custom fields</source>
        <translation>调整自定义字段的顺序</translation>
    </message>
    <message>
        <source>Remove field {field}</source>
        <translation>移除字段 {field}</translation>
    </message>
    <message>
        <source>Restore field {field}</source>
        <translation>恢复字段 {field}</translation>
    </message>
    <message>
        <source>Empty field {field} ({count} values)</source>
        <translation>清空字段 {field}（{count} 个值）</translation>
    </message>
    <message>
        <source>This customer is not there any more.</source>
        <translation>该客户已不存在。</translation>
    </message>
    <message>
        <source>Somebody else changed {name} meanwhile. Nothing was saved.</source>
        <translation>编辑期间，{name} 已被他人修改。您的修改尚未保存。</translation>
    </message>
    <message>
        <source>Compare the two and choose what stays.</source>
        <translation>请对比两边的内容，选择要保留的部分。</translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation>新建 {name}</translation>
    </message>
    <message>
        <source>Change {field} of {name}</source>
        <translation>修改 {name} 的{field}</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>编辑 {name}</translation>
    </message>
    <message>
        <source>A user needs a name.</source>
        <translation>请填写用户名称。</translation>
    </message>
    <message>
        <source>Add user {name}</source>
        <translation>新建用户 {name}</translation>
    </message>
    <message>
        <source>Change user {name}</source>
        <translation>修改用户 {name}</translation>
    </message>
    <message>
        <source>Add team {name}</source>
        <translation>新建团队 {name}</translation>
    </message>
    <message>
        <source>A tag needs a name.</source>
        <translation>请填写标签名称。</translation>
    </message>
    <message>
        <source>Tag {name} with {tag}</source>
        <translation>给 {name} 打上标签“{tag}”</translation>
    </message>
    <message>
        <source>Tag {count} customers with {tag}</source>
        <translation>给 {count} 位客户打上标签“{tag}”</translation>
    </message>
    <message>
        <source>Clear {field} of {name}</source>
        <translation>清空{name}的{field}</translation>
    </message>
    <message>
        <source>Clear {field} of {count} customers</source>
        <translation>清空 {count} 位客户的{field}</translation>
    </message>
    <message>
        <source>Set {field} of {name} to {value}</source>
        <translation>将{name}的{field}设为{value}</translation>
    </message>
    <message>
        <source>Set {field} of {count} customers to {value}</source>
        <translation>将 {count} 位客户的{field}设为{value}</translation>
    </message>
    <message>
        <source>Take all tags off {name}</source>
        <translation>去掉{name}的全部标签</translation>
    </message>
    <message>
        <source>Take all tags off {count} customers</source>
        <translation>去掉 {count} 位客户的全部标签</translation>
    </message>
    <message>
        <source>Take tag {tag} off {name}</source>
        <translation>从 {name} 移除标签“{tag}”</translation>
    </message>
    <message>
        <source>Take tag {tag} off {count} customers</source>
        <translation>从 {count} 位客户移除标签“{tag}”</translation>
    </message>
    <message>
        <source>Change tag {tag}</source>
        <translation>修改标签“{tag}”</translation>
    </message>
    <message>
        <source>Delete tag {tag}</source>
        <translation>删除标签“{tag}”</translation>
    </message>
    <message>
        <source>“{title}” cannot be undone: later changes build on it ({names}). Nothing was changed.</source>
        <translation>无法撤销“{title}”：后来的修改依赖于它（{names}）。未作任何改动。</translation>
    </message>
    <message>
        <source>Undo those first; History lists them.</source>
        <translation>请先在“修改记录”中撤销那些修改。</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>正在复制…</translation>
    </message>
    <message>
        <source>Checking the copy…</source>
        <translation>正在校验副本…</translation>
    </message>
    <message>
        <source>The back-up is damaged and was not used. Your data was not touched.</source>
        <translation>备份已损坏，未用于恢复，现有数据不受影响。</translation>
    </message>
    <message>
        <source>Choose another back-up.</source>
        <translation>请选择其他备份。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消，未作任何改动。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was saved, nothing was lost.</source>
        <translation>磁盘已满，本次内容未保存，已有数据没有丢失。</translation>
    </message>
    <message>
        <source>Free some space on the disk, then try again.</source>
        <translation>请清理磁盘空间后重试。</translation>
    </message>
    <message>
        <source>Somebody else is writing at this moment. Nothing was changed.</source>
        <translation>有其他用户或程序正在写入，未作任何改动。</translation>
    </message>
    <message>
        <source>Wait a moment or close other programs that use this file, then try again.</source>
        <translation>请稍候，或关闭正在使用此文件的其他程序后重试。</translation>
    </message>
    <message>
        <source>The file is damaged. Nothing was written to it.</source>
        <translation>文件已损坏，未写入任何数据。</translation>
    </message>
    <message>
        <source>Restore the newest back-up. The damaged file stays where it is.</source>
        <translation>请恢复最新的备份，损坏的文件会保留在原处。</translation>
    </message>
    <message>
        <source>This is not a Desktop CRM file. It was not touched.</source>
        <translation>这不是 Desktop CRM 文件，未作任何改动。</translation>
    </message>
    <message>
        <source>Choose another file. Workbooks come in by Import.</source>
        <translation>请选择其他文件。Excel 文件请用“导入”功能。</translation>
    </message>
    <message>
        <source>The server does not answer. What was saved before is safe.</source>
        <translation>服务器没有响应，之前保存的数据不受影响。</translation>
    </message>
    <message>
        <source>Check the network, then try again.</source>
        <translation>请检查网络后重试。</translation>
    </message>
    <message>
        <source>The server refused the login. Nothing was opened.</source>
        <translation>服务器拒绝登录，未能打开数据库。</translation>
    </message>
    <message>
        <source>Check the user name, the password and the database&apos;s name.</source>
        <translation>请检查用户名、密码和数据库名称。</translation>
    </message>
    <message>
        <source>The file or its folder is write-protected. Nothing was changed.</source>
        <translation>文件或所在文件夹为只读，未作任何改动。</translation>
    </message>
    <message>
        <source>Take away the protection or copy the file to a folder of your own, then try again.</source>
        <translation>请取消只读，或将文件复制到自己的文件夹后重试。</translation>
    </message>
    <message>
        <source>The file is not there.</source>
        <translation>找不到文件。</translation>
    </message>
    <message>
        <source>Put it back or connect its disk, choose another file, or restore a back-up.</source>
        <translation>请把文件放回原处或接上所在磁盘，也可以选择其他文件或恢复备份。</translation>
    </message>
    <message>
        <source>The disk could not be read or written. What was saved before is safe.</source>
        <translation>磁盘读写失败，之前保存的数据不受影响。</translation>
    </message>
    <message>
        <source>Check that the disk is connected and has space, then try again.</source>
        <translation>请检查磁盘是否已连接、空间是否充足，然后重试。</translation>
    </message>
    <message>
        <source>This database belongs to another application. It was not touched.</source>
        <translation>此数据库属于其他应用程序，未作任何改动。</translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator for an empty database.</source>
        <translation>请向服务器管理员申请一个空数据库。</translation>
    </message>
    <message>
        <source>Other records depend on this one. Nothing was changed.</source>
        <translation>有其他记录依赖此项，未作任何改动。</translation>
    </message>
    <message>
        <source>Changed outside the application</source>
        <translation>在本程序之外修改</translation>
    </message>
    <message>
        <source>New user {name}</source>
        <translation>新用户 {name}</translation>
    </message>
    <message>
        <source>This was made by a newer Desktop CRM (format {found}, this one knows {known}). It was not touched.</source>
        <translation>此文件由更新版本的 Desktop CRM 创建（格式 {found}，当前仅支持到 {known}），未作任何改动。</translation>
    </message>
    <message>
        <source>Update Desktop CRM, then open it again.</source>
        <translation>请升级 Desktop CRM 后再打开。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>That change is not in the history.</source>
        <translation>修改记录中没有这项修改。</translation>
    </message>
    <message>
        <source>That change is undone already, or is an undo itself.</source>
        <translation>这项修改已被撤销，或者它本身就是一次撤销。</translation>
    </message>
    <message>
        <source>“{file}” cannot be read: {reason} Nothing was imported.</source>
        <translation>无法读取“{file}”：{reason}未导入任何数据。</translation>
    </message>
    <message>
        <source>Open the file in a spreadsheet program, save it as .xlsx, then import that.</source>
        <translation>请用 Excel 或 WPS 打开文件，另存为 .xlsx 后再导入。</translation>
    </message>
    <message>
        <source>it has more than {count} rows.</source>
        <translation>超过 {count} 行。</translation>
    </message>
    <message>
        <source>row {row} has more than {count} columns.</source>
        <translation>第 {row} 行超过 {count} 列。</translation>
    </message>
    <message>
        <source>Split it into several files.</source>
        <translation>请拆分成多个文件。</translation>
    </message>
    <message>
        <source>The formula in this cell gave the error {error}.</source>
        <translation>此单元格的公式出错：{error}。</translation>
    </message>
    <message>
        <source>This cell holds a formula without a result. Open the file in a spreadsheet program and save it there.</source>
        <translation>此单元格只有公式，没有计算结果。请在表格软件中打开该文件并保存。</translation>
    </message>
    <message>
        <source>The spreadsheet keeps 15 digits of a number only, so the last ones are lost. Write it as text.</source>
        <translation>表格软件只保留数字的前 15 位，后面的位数已丢失。请改为文本格式填写。</translation>
    </message>
    <message>
        <source>This number was shortened by a spreadsheet: its last digits are lost. Write it out, as text.</source>
        <translation>此号码被表格软件缩写，末尾数字已丢失。请以文本格式填写完整号码。</translation>
    </message>
    <message>
        <source>This is not a date. Write it like 2026-03-31.</source>
        <translation>日期格式不正确，请按 2026-03-31 的格式填写。</translation>
    </message>
    <message>
        <source>“{value}” is not one of: {choices}.</source>
        <translation>“{value}”不在可选范围内：{choices}。</translation>
    </message>
    <message>
        <source>Write each entry on a line of its own, like {example}.</source>
        <translation>每项单独一行，例如 {example}。</translation>
    </message>
    <message>
        <source>This is not a number of this application; the customer gets a new one.</source>
        <translation>这不是本程序的客户编号，将分配新编号。</translation>
    </message>
    <message>
        <source>No name in the file: the customer&apos;s number stands in for it.</source>
        <translation>文件中没有名称，已用客户编号代替。</translation>
    </message>
    <message>
        <source>The contact person has no name.</source>
        <translation>联系人没有姓名。</translation>
    </message>
    <message>
        <source>Writing customers…</source>
        <translation>正在写入客户…</translation>
    </message>
    <message>
        <source>“{file}” is neither .xlsx nor .csv nor .vcf nor .pdf. Nothing was written.</source>
        <translation>“{file}”不是 .xlsx、.csv、.vcf 或 .pdf 文件，未写入任何内容。</translation>
    </message>
    <message>
        <source>End the file&apos;s name in .xlsx, .csv, .vcf or .pdf.</source>
        <translation>请让文件名以 .xlsx、.csv、.vcf 或 .pdf 结尾。</translation>
    </message>
    <message>
        <source>“{file}” cannot be written. An older file of that name is as it was.</source>
        <translation>无法写入“{file}”，原有的同名文件保持不变。</translation>
    </message>
    <message>
        <source>Close the file in other programs, or choose another folder.</source>
        <translation>请在其他程序中关闭此文件，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>A workbook sheet holds 1,048,576 rows; there are more customers.</source>
        <translation>客户数超过了单个工作表的上限 1,048,576 行，未导出。</translation>
    </message>
    <message>
        <source>Export to a .csv file, or fewer customers.</source>
        <translation>请导出为 .csv 文件，或减少要导出的客户。</translation>
    </message>
    <message>
        <source>Row {row} has a text that is longer than the 32,767 characters of a cell.</source>
        <translation>第 {row} 行有一段文字超过了单元格的 32,767 个字符。</translation>
    </message>
    <message>
        <source>GBK has no “{characters}”, which stand in {count} rows. Nothing was written.</source>
        <translation>GBK 无法保存“{characters}”，共涉及 {count} 行，未写入任何内容。</translation>
    </message>
    <message>
        <source>Choose GB18030 or UTF-8: they hold every character, and Excel opens both.</source>
        <translation>请选择 GB18030 或 UTF-8：两者可保存所有字符，Excel 都能打开。</translation>
    </message>
    <message>
        <source>Reading and comparing rows…</source>
        <translation>正在读取并比对…</translation>
    </message>
    <message>
        <source>Import {file}: {created} new, {changed} changed</source>
        <translation>导入 {file}：新增 {created} 位，修改 {changed} 位</translation>
    </message>
    <message>
        <source>The data or the file has changed since the trial run, so this import would do something else.</source>
        <translation>试运行之后数据或文件有了变化，导入结果会与试运行不同。</translation>
    </message>
    <message>
        <source>Nothing was written. Run the trial again, then import.</source>
        <translation>没有写入任何内容。请重新试运行，然后再导入。</translation>
    </message>
    <message>
        <source>Several customers are called “{name}”. Add the customer number to say which one is meant.</source>
        <translation>有多位客户名为“{name}”，请填写客户编号以便区分。</translation>
    </message>
    <message>
        <source>“{other}” has the same phone, e-mail or number but another name; this is taken as another customer.</source>
        <translation>“{other}”的电话、邮箱或证件号与此相同，但名称不同，按另一位客户处理。</translation>
    </message>
    <message>
        <source>“{name}” is there already, and only new customers are taken.</source>
        <translation>“{name}”已存在，本次只接收新客户。</translation>
    </message>
    <message>
        <source>No such customer is there, and only stored ones are changed.</source>
        <translation>没有这个客户，本次只更新已有客户。</translation>
    </message>
    <message>
        <source>The customer that was chosen for this row is not there any more.</source>
        <translation>为这一行选定的客户已不存在。</translation>
    </message>
    <message>
        <source>{field}: {reason}</source>
        <translation>{field}：{reason}</translation>
    </message>
    <message>
        <source>it is neither a workbook nor text in UTF-8, UTF-16, GB18030 or Big5.</source>
        <translation>它既不是工作簿，也不是 UTF-8、UTF-16、GB18030 或 Big5 编码的文本。</translation>
    </message>
    <message>
        <source>it is no text in the encoding {encoding}.</source>
        <translation>它不是“{encoding}”编码的文本。</translation>
    </message>
    <message>
        <source>Choose another encoding.</source>
        <translation>请选择其他编码。</translation>
    </message>
    <message>
        <source>Save it as .xlsx or as “CSV UTF-8” in a spreadsheet program, then import that.</source>
        <translation>请用 Excel 或 WPS 另存为 .xlsx 或“CSV UTF-8”后再导入。</translation>
    </message>
    <message>
        <source>the quotation marks do not match from row {row} on.</source>
        <translation>从第 {row} 行起引号不成对。</translation>
    </message>
    <message>
        <source>Correct the quotation marks in that row, or save the file as .xlsx and import that.</source>
        <translation>请改正该行的引号，或另存为 .xlsx 后再导入。</translation>
    </message>
    <message>
        <source>it is larger than 1 GB.</source>
        <translation>文件大于 1 GB。</translation>
    </message>
    <message>
        <source>unpacked it would take more memory than any customer list needs.</source>
        <translation>解压后占用内存过大，不像是客户名单。</translation>
    </message>
    <message>
        <source>a cell far outside the table, near row {row}, makes sheet “{sheet}” too large.</source>
        <translation>表格以外的第 {row} 行附近有内容，导致工作表“{sheet}”过大。</translation>
    </message>
    <message>
        <source>Delete the rows and columns outside your table, save the file, then try again.</source>
        <translation>请删除表格以外的行和列，保存文件后重试。</translation>
    </message>
    <message>
        <source>it declares XML entities, which can be an attack; no spreadsheet program does that.</source>
        <translation>它声明了 XML 实体，可能是攻击；表格软件不会这样写。</translation>
    </message>
    <message>
        <source>more than {count} cells of sheet “{sheet}” hold errors or formulas without results.</source>
        <translation>工作表“{sheet}”中有超过 {count} 个单元格是错误值或没有结果的公式。</translation>
    </message>
    <message>
        <source>it is damaged or incomplete.</source>
        <translation>文件已损坏或不完整。</translation>
    </message>
    <message>
        <source>it is protected by a password.</source>
        <translation>文件有密码保护。</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet program, take the password off, save it, then try again.</source>
        <translation>请用 Excel 或 WPS 打开，取消密码并保存后重试。</translation>
    </message>
    <message>
        <source>it is not a workbook.</source>
        <translation>这不是工作簿。</translation>
    </message>
    <message>
        <source>Workbooks (.xlsx, .xlsb, .xls, .ods), text files (.csv, .txt) and contact cards (.vcf) can be read.</source>
        <translation>可读取工作簿（.xlsx、.xlsb、.xls、.ods）、文本文件（.csv、.txt）和名片（.vcf）。</translation>
    </message>
    <message>
        <source>the file is not there.</source>
        <translation>找不到文件。</translation>
    </message>
    <message>
        <source>it cannot be opened: another program holds it, or you may not read it.</source>
        <translation>文件打不开，可能被其他程序占用，或没有读取权限。</translation>
    </message>
    <message>
        <source>Close it in other programs, then try again.</source>
        <translation>请在其他程序中关闭此文件后重试。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>it is a web page that only calls itself a workbook.</source>
        <translation>这其实是网页，只是扩展名为工作簿。</translation>
    </message>
    <message>
        <source>no row among the first {count} of sheet “{sheet}” names columns that are known here.</source>
        <translation>工作表“{sheet}”的前 {count} 行中没有可识别的列名。</translation>
    </message>
    <message>
        <source>no row among the first {count} names columns that are known here.</source>
        <translation>前 {count} 行中没有可识别的列名。</translation>
    </message>
    <message>
        <source>Give the columns names such as “Name”, “Phone” and “E-mail” in the first row.</source>
        <translation>请在第一行写上列名，例如“客户名称”“电话”“邮箱”。</translation>
    </message>
    <message>
        <source>it has no sheet “{sheet}”.</source>
        <translation>其中没有工作表“{sheet}”。</translation>
    </message>
    <message>
        <source>Choose another sheet.</source>
        <translation>请选择其他工作表。</translation>
    </message>
    <message>
        <source>it has no row {row} that could name the columns.</source>
        <translation>其中没有可作表头的第 {row} 行。</translation>
    </message>
    <message>
        <source>The examples of the template are left out (rows {rows}).</source>
        <translation>已略过模板中的示例（第 {rows} 行）。</translation>
    </message>
    <message>
        <source>Choose another row.</source>
        <translation>请选择其他行。</translation>
    </message>
    <message>
        <source>No customer “{text}”.</source>
        <translation>没有客户“{text}”。</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Acquire</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>Develop</source>
        <translation>发展</translation>
    </message>
    <message>
        <source>Maintain</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>流失</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>QQ</source>
        <translation>QQ</translation>
    </message>
    <message>
        <source>DingTalk</source>
        <translation>钉钉</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Decision maker</source>
        <translation>决策人</translation>
    </message>
    <message>
        <source>Purchasing</source>
        <translation>采购</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>财务</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>技术</translation>
    </message>
    <message>
        <source>User of the product</source>
        <translation>使用人</translation>
    </message>
    <message>
        <source>Advertising</source>
        <translation>广告</translation>
    </message>
    <message>
        <source>Exhibition</source>
        <translation>展会</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>转介绍</translation>
    </message>
    <message>
        <source>Social media</source>
        <translation>社交媒体</translation>
    </message>
    <message>
        <source>Cold call</source>
        <translation>电话开发</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>合作伙伴</translation>
    </message>
    <message>
        <source>Manufacturing</source>
        <translation>制造业</translation>
    </message>
    <message>
        <source>Retail and wholesale</source>
        <translation>零售批发</translation>
    </message>
    <message>
        <source>Information technology</source>
        <translation>信息技术</translation>
    </message>
    <message>
        <source>Banking and insurance</source>
        <translation>金融保险</translation>
    </message>
    <message>
        <source>Health care</source>
        <translation>医疗健康</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>教育</translation>
    </message>
    <message>
        <source>Construction</source>
        <translation>建筑工程</translation>
    </message>
    <message>
        <source>Logistics</source>
        <translation>物流运输</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>能源</translation>
    </message>
    <message>
        <source>Agriculture</source>
        <translation>农业</translation>
    </message>
    <message>
        <source>Catering and hotels</source>
        <translation>餐饮酒店</translation>
    </message>
    <message>
        <source>Government</source>
        <translation>政府机关</translation>
    </message>
    <message>
        <source>Media and culture</source>
        <translation>文化传媒</translation>
    </message>
    <message>
        <source>Real estate</source>
        <translation>房地产</translation>
    </message>
    <message>
        <source>Business services</source>
        <translation>商务服务</translation>
    </message>
    <message>
        <source>1–19 employees</source>
        <translation>1–19 人</translation>
    </message>
    <message>
        <source>20–99 employees</source>
        <translation>20–99 人</translation>
    </message>
    <message>
        <source>100–499 employees</source>
        <translation>100–499 人</translation>
    </message>
    <message>
        <source>500–999 employees</source>
        <translation>500–999 人</translation>
    </message>
    <message>
        <source>1,000 employees or more</source>
        <translation>1000 人以上</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>会议</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Customer no.</source>
        <translation>客户编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>规模</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>获取渠道</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Preferred channel</source>
        <translation>沟通偏好</translation>
    </message>
    <message>
        <source>Price sensitivity</source>
        <translation>价格敏感度</translation>
    </message>
    <message>
        <source>Relationship willingness</source>
        <translation>关系意愿</translation>
    </message>
    <message>
        <source>Needs and preferences</source>
        <translation>需求偏好</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Next step on</source>
        <translation>下一步日期</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Phones and channels</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Important dates</source>
        <translation>重要日期</translation>
    </message>
    <message>
        <source>Contact persons</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除时间</translation>
    </message>
    <message>
        <source>Last verified</source>
        <translation>最近核实</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>完整度</translation>
    </message>
    <message>
        <source>Key customer</source>
        <translation>大客户</translation>
    </message>
    <message>
        <source>Named person</source>
        <translation>专人</translation>
    </message>
    <message>
        <source>Named team</source>
        <translation>专属团队</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>合并到</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>主要</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>详细地址</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>邮编</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Long text</source>
        <translation>长文本</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Amount of money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>One of several options</source>
        <translation>单选</translation>
    </message>
    <message>
        <source>Any of several options</source>
        <translation>多选</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是/否</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Another customer</source>
        <translation>关联客户</translation>
    </message>
    <message>
        <source>Lunar calendar</source>
        <translation>农历</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Related customer</source>
        <translation>关联客户</translation>
    </message>
    <message>
        <source>Reports to</source>
        <translation>上级</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>File type</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>校验和</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Refuses to save</source>
        <translation>不符合时不能保存</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Dictionary</source>
        <translation>字典</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>New owner</source>
        <translation>新客户经理</translation>
    </message>
    <message>
        <source>New team</source>
        <translation>新团队</translation>
    </message>
    <message>
        <source>Former owner</source>
        <translation>原客户经理</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>{column}: {reason}</source>
        <translation>{column}：{reason}</translation>
    </message>
    <message>
        <source>Writing the refused rows…</source>
        <translation>正在写入未导入的行…</translation>
    </message>
    <message>
        <source>“{file}” is the file that was imported; it is not written over.</source>
        <translation>“{file}”就是所导入的文件，不会被覆盖。</translation>
    </message>
    <message>
        <source>Choose another name for the refused rows.</source>
        <translation>请为未导入的行另取文件名。</translation>
    </message>
    <message>
        <source>Takes effect on</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Phone or channel</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Important date</source>
        <translation>重要日期</translation>
    </message>
    <message>
        <source>Tag of a customer</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Custom field</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>Import profile</source>
        <translation>导入方案</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>已存视图</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Not a duplicate</source>
        <translation>不是重复</translation>
    </message>
    <message>
        <source>Data rule</source>
        <translation>数据规范</translation>
    </message>
    <message>
        <source>Weight of a field</source>
        <translation>字段权重</translation>
    </message>
    <message>
        <source>Dictionary value</source>
        <translation>字典值</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>客户交接</translation>
    </message>
    <message>
        <source>Customer handed over</source>
        <translation>交接的客户</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Making indexes…</source>
        <translation>正在建立索引…</translation>
    </message>
    <message>
        <source>“{file}” is there already. It was not touched.</source>
        <translation>“{file}”已存在，未作任何改动。</translation>
    </message>
    <message>
        <source>Add sample company</source>
        <translation>添加示例公司</translation>
    </message>
    <message>
        <source>Making sample customers…</source>
        <translation>正在生成示例客户…</translation>
    </message>
    <message>
        <source>Checking the search index…</source>
        <translation>正在检查搜索索引…</translation>
    </message>
    <message>
        <source>{count} search documents are missing: {names}</source>
        <translation>缺少 {count} 条搜索索引：{names}</translation>
    </message>
    <message>
        <source>{count} search documents are stale: {names}</source>
        <translation>有 {count} 条搜索索引已过期：{names}</translation>
    </message>
    <message>
        <source>{count} search documents are not found by their tokens: {names}</source>
        <translation>有 {count} 条搜索索引无法被搜到：{names}</translation>
    </message>
    <message>
        <source>{count} search documents belong to no customer</source>
        <translation>有 {count} 条搜索索引不属于任何客户</translation>
    </message>
    <message>
        <source>The search index holds {count} entries without a document</source>
        <translation>搜索索引中有 {count} 个条目没有对应内容</translation>
    </message>
    <message>
        <source>A credit code has 18 characters; this one has {count}.</source>
        <translation>统一社会信用代码应为 18 位，现有 {count} 位。</translation>
    </message>
    <message>
        <source>A credit code holds digits and capital letters other than I, O, S, V and Z.</source>
        <translation>统一社会信用代码只含数字和大写字母，不含 I、O、S、V、Z。</translation>
    </message>
    <message>
        <source>The last character does not fit the others. Compare it with the licence.</source>
        <translation>校验位不符，请对照营业执照核对。</translation>
    </message>
    <message>
        <source>An ID number has 18 digits; this one has {count}.</source>
        <translation>身份证号应为 18 位，现有 {count} 位。</translation>
    </message>
    <message>
        <source>An ID number holds 17 digits and a digit or X at the end.</source>
        <translation>身份证号应为 17 位数字，末位为数字或 X。</translation>
    </message>
    <message>
        <source>The birth date or the region in this ID number does not exist.</source>
        <translation>身份证号中的出生日期或地区不存在。</translation>
    </message>
    <message>
        <source>The last digit does not fit the others. Compare the number with the card.</source>
        <translation>校验位不符，请对照身份证核对。</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
    <message>
        <source>A customer needs a name.</source>
        <translation>请填写客户名称。</translation>
    </message>
    <message>
        <source>A contact needs a name.</source>
        <translation>请填写联系人姓名。</translation>
    </message>
    <message>
        <source>At most {limit} characters fit here; this has {count}.</source>
        <translation>最多 {limit} 个字符，现有 {count} 个。</translation>
    </message>
    <message>
        <source>At most {limit} entries fit here.</source>
        <translation>最多 {limit} 项。</translation>
    </message>
    <message>
        <source>This is not a phone number. Write a mobile with 11 digits, a landline with its area code, a number abroad with + and the country code.</source>
        <translation>电话号码不正确。手机号填 11 位，座机要带区号，境外号码以 + 和国际区号开头。</translation>
    </message>
    <message>
        <source>A spreadsheet has shortened this number and digits are lost. Format its column as text there.</source>
        <translation>号码被电子表格缩写，丢失了部分数字。请在表格中将该列设为文本格式。</translation>
    </message>
    <message>
        <source>This is not an e-mail address. Write it like name@example.com.</source>
        <translation>邮箱格式不正确，请按 name@example.com 的格式填写。</translation>
    </message>
    <message>
        <source>This is not a web address. Write it like www.example.com.</source>
        <translation>网址格式不正确，请按 www.example.com 的格式填写。</translation>
    </message>
    <message>
        <source>This region is not in the list. Choose it again.</source>
        <translation>地区不在列表中，请重新选择。</translation>
    </message>
    <message>
        <source>A postcode in China has 6 digits.</source>
        <translation>国内邮编为 6 位数字。</translation>
    </message>
    <message>
        <source>Choose a channel from the list.</source>
        <translation>请从列表中选择联系方式。</translation>
    </message>
    <message>
        <source>This date is too early. Check the year.</source>
        <translation>日期过早，请检查年份。</translation>
    </message>
    <message>
        <source>{boss} reports to {name} already, at least by way of others.</source>
        <translation>{boss} 已经是 {name} 的下级（直接或间接）。</translation>
    </message>
    <message>
        <source>Nobody reports to themselves. Choose somebody else.</source>
        <translation>上级不能是本人，请选择其他人。</translation>
    </message>
    <message>
        <source>A birthday cannot lie in the future.</source>
        <translation>生日不能晚于今天。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Colour {number}</source>
        <translation>颜色 {number}</translation>
    </message>
    <message>
        <source>{what} added</source>
        <translation>添加{what}</translation>
    </message>
    <message>
        <source>{what} removed</source>
        <translation>移除{what}</translation>
    </message>
    <message>
        <source>Copied: {text}</source>
        <translation>已复制：{text}</translation>
    </message>
    <message>
        <source>This customer has no phone number.</source>
        <translation>该客户没有电话号码。</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Copy phone</source>
        <translation>复制电话</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分配客户经理</translation>
    </message>
    <message>
        <source>Move to a stage</source>
        <translation>变更阶段</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Make one customer of those chosen</source>
        <translation>把选中的客户合并为一位</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Take out of the recycle bin</source>
        <translation>从回收站恢复</translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Filter customers</source>
        <translation>筛选客户</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列设置</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Manage tags</source>
        <translation>管理标签</translation>
    </message>
    <message>
        <source>Contact person: {field}</source>
        <translation>联系人：{field}</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Other channel</source>
        <translation>其他联系方式</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>Label of the address</source>
        <translation>地址标签</translation>
    </message>
    <message>
        <source>Labels of phones and channels</source>
        <translation>联系方式标签</translation>
    </message>
    <message>
        <source>Further addresses</source>
        <translation>其他地址</translation>
    </message>
    <message>
        <source>Founded</source>
        <translation>成立日期</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Hand-overs</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>History</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>This is not a date. Write it like 2026-11-30.</source>
        <translation>日期格式不正确，请按 2026-11-30 的格式填写。</translation>
    </message>
    <message>
        <source>{row}: {problem}</source>
        <translation>{row}：{problem}</translation>
    </message>
    <message>
        <source>Customer for</source>
        <translation>成为客户</translation>
    </message>
    <message>
        <source>First entered on {date}</source>
        <translation>首次录入于 {date}</translation>
    </message>
    <message>
        <source>{contacts} contact persons and {points} phones and channels</source>
        <translation>{contacts} 位联系人，{points} 个联系方式</translation>
    </message>
    <message>
        <source>{step}, planned for {date}</source>
        <translation>{step}，计划于 {date}</translation>
    </message>
    <message>
        <source>No next step with a date is planned</source>
        <translation>没有带日期的下一步</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最近修改</translation>
    </message>
    <message>
        <source>Last changed on {date}</source>
        <translation>最近修改于 {date}</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 年</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 个月</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>{n} years</source>
        <translation>{n} 年</translation>
    </message>
    <message>
        <source>{n} months</source>
        <translation>{n} 个月</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>1 day late</source>
        <translation>逾期 1 天</translation>
    </message>
    <message>
        <source>{n} days late</source>
        <translation>逾期 {n} 天</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{name} saved</source>
        <translation>已保存 {name}</translation>
    </message>
    <message>
        <source>{name} removed</source>
        <translation>已移除 {name}</translation>
    </message>
    <message>
        <source>Tag “{name}” saved</source>
        <translation>已保存标签“{name}”</translation>
    </message>
    <message>
        <source>Tag “{name}” deleted</source>
        <translation>已删除标签“{name}”</translation>
    </message>
    <message>
        <source>It is so already. Nothing was changed.</source>
        <translation>已是所选状态，无需修改。</translation>
    </message>
    <message>
        <source>1 customer</source>
        <translation>1 位客户</translation>
    </message>
    <message>
        <source>{count} customers</source>
        <translation>{count} 位客户</translation>
    </message>
    <message>
        <source>{customers} tagged “{tag}”</source>
        <translation>已为 {customers}打上标签“{tag}”</translation>
    </message>
    <message>
        <source>{customers} without an owner now</source>
        <translation>已取消 {customers}的客户经理</translation>
    </message>
    <message>
        <source>{customers} assigned to {owner}</source>
        <translation>已将 {customers}分配给 {owner}</translation>
    </message>
    <message>
        <source>{customers} moved to “{stage}”</source>
        <translation>已将 {customers}移至“{stage}”阶段</translation>
    </message>
    <message>
        <source>{customers} deleted</source>
        <translation>已删除 {customers}</translation>
    </message>
    <message>
        <source>{customers} deleted, with {parts}</source>
        <translation>已删除 {customers}，连同 {parts}</translation>
    </message>
    <message>
        <source>{customers} restored</source>
        <translation>已恢复 {customers}</translation>
    </message>
    <message>
        <source>{n} rows were saved as {name}.</source>
        <translation>{n} 行已保存为 {name}。</translation>
    </message>
    <message>
        <source>The import of {file} was taken back.</source>
        <translation>已撤回 {file} 的导入。</translation>
    </message>
    <message>
        <source>Imported {file}: {created} new, {changed} changed.</source>
        <translation>已导入 {file}：新增 {created} 位，修改 {changed} 位。</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 条记录</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} 条记录</translation>
    </message>
    <message>
        <source>pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>pinyin initials</source>
        <translation>拼音首字母</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Go to: {page}</source>
        <translation>前往：{page}</translation>
    </message>
    <message>
        <source>New file…</source>
        <translation>新建文件…</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Open a team database…</source>
        <translation>打开团队数据库…</translation>
    </message>
    <message>
        <source>Look at the sample company</source>
        <translation>体验示例公司</translation>
    </message>
    <message>
        <source>Make the sample company anew…</source>
        <translation>重新生成示例公司…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Import customers…</source>
        <translation>导入客户…</translation>
    </message>
    <message>
        <source>Export customers…</source>
        <translation>导出客户…</translation>
    </message>
    <message>
        <source>Save a template for customers…</source>
        <translation>保存客户导入模板…</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>导出全部数据…</translation>
    </message>
    <message>
        <source>The whole database as one file: to move it, or to keep it</source>
        <translation>将整个数据库存为一个文件，用于迁移或留存</translation>
    </message>
    <message>
        <source>Import everything…</source>
        <translation>导入全部数据…</translation>
    </message>
    <message>
        <source>Makes a new file of what “Export everything” wrote</source>
        <translation>用“导出全部数据”生成的文件建立新文件</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Back-ups and restoring…</source>
        <translation>备份与恢复…</translation>
    </message>
    <message>
        <source>Find a customer or a command…</source>
        <translation>查找客户或命令…</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>全局搜索</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Collapse or expand the navigation</source>
        <translation>收起或展开导航栏</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切换浅色/深色</translation>
    </message>
    <message>
        <source>Switch the language of the interface</source>
        <translation>切换界面语言</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Show the last error report</source>
        <translation>查看最近的错误报告</translation>
    </message>
    <message>
        <source>About Desktop CRM</source>
        <translation>关于 Desktop CRM</translation>
    </message>
    <message>
        <source>Backed up as {name}.</source>
        <translation>已备份为 {name}。</translation>
    </message>
    <message>
        <source>{n} customers were exported to {name}.</source>
        <translation>已将 {n} 位客户导出到 {name}。</translation>
    </message>
    <message>
        <source>The template was saved as {name}. Fill it in, then import it.</source>
        <translation>模板已保存为 {name}，填好后即可导入。</translation>
    </message>
    <message>
        <source>Everything was exported to {name}, with {n} customers.</source>
        <translation>已将全部数据导出到 {name}，共 {n} 位客户。</translation>
    </message>
    <message>
        <source>Everything was imported from {name}, with {n} customers.</source>
        <translation>已从 {name} 导入全部数据，共 {n} 位客户。</translation>
    </message>
    <message>
        <source>“{name}” is there already. Nothing was imported.</source>
        <translation>“{name}”已存在，未导入任何内容。</translation>
    </message>
    <message>
        <source>Choose a new name: everything comes into a file of its own.</source>
        <translation>请换一个名称：全部数据会导入一个新文件。</translation>
    </message>
    <message>
        <source>“{name}” is neither a Desktop CRM file nor a table of customers.</source>
        <translation>“{name}”既不是 Desktop CRM 文件，也不是客户表格。</translation>
    </message>
    <message>
        <source>Files of Desktop CRM end in .crmdb; tables can be xlsx, xls, xlsb, ods, csv or vcf.</source>
        <translation>Desktop CRM 的文件以 .crmdb 结尾；表格可以是 xlsx、xls、xlsb、ods、csv 或 vcf。</translation>
    </message>
    <message>
        <source>Start or open a file first, then import the table.</source>
        <translation>请先新建或打开一个文件，再导入表格。</translation>
    </message>
    <message>
        <source>No customer file is open.</source>
        <translation>没有打开客户文件。</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>正在打开 {name}</translation>
    </message>
    <message>
        <source>Making the sample company</source>
        <translation>正在生成示例公司</translation>
    </message>
    <message>
        <source>There is a file of this name already. It was not touched.</source>
        <translation>已有同名文件，未作任何改动。</translation>
    </message>
    <message>
        <source>Choose another name, or open that file.</source>
        <translation>请换一个名称，或打开该文件。</translation>
    </message>
    <message>
        <source>“{name}” is open in another window of Desktop CRM. Nothing was changed.</source>
        <translation>“{name}”已在另一个 Desktop CRM 窗口中打开，未作任何改动。</translation>
    </message>
    <message>
        <source>Go on in that window, or close it and try again.</source>
        <translation>请在该窗口中继续，或将其关闭后重试。</translation>
    </message>
    <message>
        <source>Desktop CRM ended unexpectedly last time. What was saved is safe.</source>
        <translation>Desktop CRM 上次意外退出，已保存的数据不受影响。</translation>
    </message>
    <message>
        <source>Unsaved forms are kept as drafts. A report can be copied.</source>
        <translation>未保存的表单已存为草稿，可以复制错误报告。</translation>
    </message>
    <message>
        <source>Done again: {title}</source>
        <translation>已重做：{title}</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Open file or database</source>
        <translation>当前文件</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Deleting customers</source>
        <translation>正在删除客户</translation>
    </message>
    <message>
        <source>Restoring customers</source>
        <translation>正在恢复客户</translation>
    </message>
    <message>
        <source>Tagging customers</source>
        <translation>正在打标签</translation>
    </message>
    <message>
        <source>Taking a tag off customers</source>
        <translation>正在移除标签</translation>
    </message>
    <message>
        <source>Assigning customers</source>
        <translation>正在分配客户经理</translation>
    </message>
    <message>
        <source>Moving customers to a stage</source>
        <translation>正在调整阶段</translation>
    </message>
    <message>
        <source>Renewing the search index…</source>
        <translation>正在更新搜索索引…</translation>
    </message>
    <message>
        <source>Bring customers in from an .xlsx, .xls, .ods or .csv file.</source>
        <translation>从 .xlsx、.xls、.ods 或 .csv 文件导入客户。</translation>
    </message>
    <message>
        <source>Write customers to an .xlsx, .csv, .vcf or .pdf file.</source>
        <translation>将客户写入 .xlsx、.csv、.vcf 或 .pdf 文件。</translation>
    </message>
    <message>
        <source>Write an empty workbook to fill in and import.</source>
        <translation>生成一份可填写后导入的空白工作簿。</translation>
    </message>
    <message>
        <source>Write all records to a .zip, a workbook for each kind of them.</source>
        <translation>将所有记录写入 .zip，每类记录一个工作簿。</translation>
    </message>
    <message>
        <source>Make an empty database the same as an exported one.</source>
        <translation>用导出的文件把空数据库变得与原来一样。</translation>
    </message>
    <message>
        <source>Find customers by any part of what is known of them.</source>
        <translation>按任意已知信息查找客户。</translation>
    </message>
    <message>
        <source>Show one customer, by number (C000123), name or key.</source>
        <translation>按客户编号（C000123）、名称或标识显示一位客户。</translation>
    </message>
    <message>
        <source>Show who changed what, newest first.</source>
        <translation>显示修改记录，最新的在前。</translation>
    </message>
    <message>
        <source>Take back your newest change, or the one of that number in the history.</source>
        <translation>撤销您最近一次修改，或修改记录中指定编号的修改。</translation>
    </message>
    <message>
        <source>Hand customers over to a user, today or on a later day.</source>
        <translation>把客户交接给某个用户，今天或以后某天。</translation>
    </message>
    <message>
        <source>Check the database: pages, references, search index and journal.</source>
        <translation>检查数据库：数据页、引用关系、搜索索引和修改记录。</translation>
    </message>
    <message>
        <source>Count the customers that break the data standards.</source>
        <translation>统计不符合录入规范的客户。</translation>
    </message>
    <message>
        <source>Copy the database to a file.</source>
        <translation>将数据库备份到文件。</translation>
    </message>
    <message>
        <source>Put a back-up in the place of the database.</source>
        <translation>用备份替换当前数据库。</translation>
    </message>
    <message>
        <source>Make sample customers.</source>
        <translation>生成示例客户。</translation>
    </message>
    <message>
        <source>List the custom fields, and how many customers have each filled in.</source>
        <translation>列出自定义字段，以及各字段已填写的客户数。</translation>
    </message>
    <message>
        <source>List customers that may be one, from the last scan.</source>
        <translation>列出上次扫描发现的疑似重复客户。</translation>
    </message>
    <message>
        <source>Make one customer of several; the others go to the recycle bin.</source>
        <translation>将多个客户合并为一个，其余移入回收站。</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>Opens the window, or runs one of the commands below.</source>
        <translation>打开窗口，或执行下列命令之一。</translation>
    </message>
    <message>
        <source>commands (each with --help):</source>
        <translation>命令（均可加 --help 查看说明）：</translation>
    </message>
    <message>
        <source>exit status: 0 done, 1 refused (the reason is on stderr), 2 not understood</source>
        <translation>退出状态：0 完成，1 被拒绝（原因见标准错误输出），2 无法识别</translation>
    </message>
    <message>
        <source>read the columns as this saved import profile says</source>
        <translation>按这个已保存的导入方案读取各列</translation>
    </message>
    <message>
        <source>only make new customers, only change stored ones, or both (default)</source>
        <translation>只新建客户、只更新已有客户，或两者都做（默认）</translation>
    </message>
    <message>
        <source>whether blank cells keep what is stored (default) or empty the field</source>
        <translation>空白单元格保留已有内容（默认）还是清空字段</translation>
    </message>
    <message>
        <source>by what rows find their customer, in order: code,credit_code,phone,email,name</source>
        <translation>按什么匹配客户，依次为：code,credit_code,phone,email,name</translation>
    </message>
    <message>
        <source>write the refused rows with their reasons to this .xlsx file</source>
        <translation>把被拒绝的行连同原因写入这个 .xlsx 文件</translation>
    </message>
    <message>
        <source>a file or a PostgreSQL URL</source>
        <translation>文件或 PostgreSQL 地址</translation>
    </message>
    <message>
        <source>the language, for this run</source>
        <translation>本次运行使用的语言</translation>
    </message>
    <message>
        <source>the theme, for this run</source>
        <translation>本次运行使用的主题</translation>
    </message>
    <message>
        <source>open the sample company</source>
        <translation>打开示例公司</translation>
    </message>
    <message>
        <source>a file to open</source>
        <translation>要打开的文件</translation>
    </message>
    <message>
        <source>print JSON</source>
        <translation>输出 JSON</translation>
    </message>
    <message>
        <source>do all of it, then take it back</source>
        <translation>完整试运行，然后全部撤回</translation>
    </message>
    <message>
        <source>look through all customers first</source>
        <translation>先扫描全部客户</translation>
    </message>
    <message>
        <source>delete file contents that nothing can bring back</source>
        <translation>删除已无法恢复的附件内容</translation>
    </message>
    <message>
        <source>who takes over: a user&apos;s name or login</source>
        <translation>接手人：用户姓名或登录名</translation>
    </message>
    <message>
        <source>why; shown in the customers&apos; history</source>
        <translation>原因，显示在时间线中</translation>
    </message>
    <message>
        <source>from which day on, as 2026-12-31; without it today</source>
        <translation>生效日期，如 2026-12-31；不写则为今天</translation>
    </message>
    <message>
        <source>only a view&apos;s customers, by its name, or those that a search finds</source>
        <translation>只要某个视图（按名称）的客户，或搜索找到的客户</translation>
    </message>
    <message>
        <source>which columns, in their order: names separated by commas</source>
        <translation>要哪些列及其顺序：用逗号分隔的列名</translation>
    </message>
    <message>
        <source>of text files; UTF-8 without it</source>
        <translation>文本文件的编码；不写则为 UTF-8</translation>
    </message>
    <message>
        <source>the version of contact cards; 4.0 without it</source>
        <translation>名片的版本；不写则为 4.0</translation>
    </message>
    <message>
        <source>must be a whole number, 1 or more</source>
        <translation>须为不小于 1 的整数</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>用法： </translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>位置参数</translation>
    </message>
    <message>
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>显示此帮助并退出</translation>
    </message>
    <message>
        <source>%(prog)s: error: %(message)s
</source>
        <translation>%(prog)s：错误：%(message)s
</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>参数 %(argument_name)s：%(message)s</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>缺少参数：%s</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>无法识别的参数：%s</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>需要一个值</translation>
    </message>
    <message>
        <source>ignored explicit argument %r</source>
        <translation>不接受值 %r</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>无效的选项 %(value)r（可选：%(choices)s）</translation>
    </message>
    <message>
        <source>invalid %(type)s value: %(value)r</source>
        <translation>无效的 %(type)s 值：%(value)r</translation>
    </message>
    <message>
        <source>The file is damaged: {what}</source>
        <translation>文件已损坏：{what}</translation>
    </message>
    <message>
        <source>{table}.{column}: {count} rows point to no {parent}</source>
        <translation>{table}.{column}：{count} 行引用的 {parent} 不存在</translation>
    </message>
    <message>
        <source>{table}: the journal does not see {operations}</source>
        <translation>{table}：修改记录未跟踪 {operations}</translation>
    </message>
    <message>
        <source>{table}: {count} rows have no beginning in the journal</source>
        <translation>{table}：{count} 行在修改记录中没有起点</translation>
    </message>
    <message>
        <source>A view needs a name.</source>
        <translation>请填写视图名称。</translation>
    </message>
    <message>
        <source>You have a view of this name already.</source>
        <translation>您已有同名视图。</translation>
    </message>
    <message>
        <source>Only its owner can change this view. Save a copy of your own.</source>
        <translation>只有所有者能修改此视图。可另存一份自己的副本。</translation>
    </message>
    <message>
        <source>This view is not there any more.</source>
        <translation>此视图已不存在。</translation>
    </message>
    <message>
        <source>Save view {name}</source>
        <translation>保存视图 {name}</translation>
    </message>
    <message>
        <source>Change view {name}</source>
        <translation>修改视图 {name}</translation>
    </message>
    <message>
        <source>Rename view {old} to {name}</source>
        <translation>将视图 {old} 重命名为 {name}</translation>
    </message>
    <message>
        <source>Share view {name}</source>
        <translation>共享视图 {name}</translation>
    </message>
    <message>
        <source>Stop sharing view {name}</source>
        <translation>取消共享视图 {name}</translation>
    </message>
    <message>
        <source>Delete view {name}</source>
        <translation>删除视图 {name}</translation>
    </message>
    <message>
        <source>Reorder views</source>
        <translation>调整视图顺序</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>My customers</source>
        <translation>我的客户</translation>
    </message>
    <message>
        <source>Recently changed</source>
        <translation>最近修改</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>未分配客户经理</translation>
    </message>
    <message>
        <source>Not verified for 6 months</source>
        <translation>6 个月未核实</translation>
    </message>
    <message>
        <source>Key customers without a named person</source>
        <translation>未指定专人的大客户</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>资料不完整</translation>
    </message>
    <message>
        <source>This is not a number. Write it like 1234.56.</source>
        <translation>这不是数字，请写成 1234.56 的形式。</translation>
    </message>
    <message>
        <source>“{value}” is not one of the options: {options}.</source>
        <translation>“{value}”不在选项中：{options}。</translation>
    </message>
    <message>
        <source>Write yes or no.</source>
        <translation>请填写“是”或“否”。</translation>
    </message>
    <message>
        <source>This is not a web address. It starts with http:// or https://.</source>
        <translation>这不是网址，应以 http:// 或 https:// 开头。</translation>
    </message>
    <message>
        <source>This customer is not known. Choose one from the list.</source>
        <translation>没有此客户，请从列表中选择。</translation>
    </message>
    <message>
        <source>Build a filter</source>
        <translation>组合筛选</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>保存视图</translation>
    </message>
    <message>
        <source>Save as view</source>
        <translation>另存为视图</translation>
    </message>
    <message>
        <source>View “{name}” saved</source>
        <translation>视图“{name}”已保存</translation>
    </message>
    <message>
        <source>View “{name}” deleted</source>
        <translation>视图“{name}”已删除</translation>
    </message>
    <message>
        <source>View “{name}” is shared with everybody</source>
        <translation>视图“{name}”已共享给所有人</translation>
    </message>
    <message>
        <source>View “{name}” is yours alone again</source>
        <translation>视图“{name}”已取消共享</translation>
    </message>
    <message>
        <source>Verify {name}</source>
        <translation>核实 {name}</translation>
    </message>
    <message>
        <source>Change with whom {name} is shared</source>
        <translation>更改 {name} 的共享对象</translation>
    </message>
    <message>
        <source>Change with whom {count} customers are shared</source>
        <translation>更改 {count} 位客户的共享对象</translation>
    </message>
    <message>
        <source>Share {name} with {who}</source>
        <translation>将 {name} 共享给 {who}</translation>
    </message>
    <message>
        <source>Share {count} customers with {who}</source>
        <translation>将 {count} 位客户共享给 {who}</translation>
    </message>
    <message>
        <source>Stop sharing {name} with {who}</source>
        <translation>停止将 {name} 共享给 {who}</translation>
    </message>
    <message>
        <source>Stop sharing {count} customers with {who}</source>
        <translation>停止将 {count} 位客户共享给 {who}</translation>
    </message>
    <message>
        <source>Make {name} a key customer</source>
        <translation>将 {name} 设为大客户</translation>
    </message>
    <message>
        <source>Make {count} customers key customers</source>
        <translation>将 {count} 位客户设为大客户</translation>
    </message>
    <message>
        <source>Make {name} a key customer of {to}</source>
        <translation>将 {name} 设为大客户，由 {to} 对接</translation>
    </message>
    <message>
        <source>Make {count} customers key customers of {to}</source>
        <translation>将 {count} 位客户设为大客户，由 {to} 对接</translation>
    </message>
    <message>
        <source>Make {name} no key customer any more</source>
        <translation>取消 {name} 的大客户标记</translation>
    </message>
    <message>
        <source>Make {count} customers no key customers any more</source>
        <translation>取消 {count} 位客户的大客户标记</translation>
    </message>
    <message>
        <source>A customer cannot be related to itself. Choose another one.</source>
        <translation>客户不能和自己建立关系，请选择其他客户。</translation>
    </message>
    <message>
        <source>{name} and {other} are related in this way already.</source>
        <translation>{name} 和 {other} 已经有这种关系。</translation>
    </message>
    <message>
        <source>{name} has a parent company already: {parent}. Remove that relation first.</source>
        <translation>{name} 已有母公司 {parent}，请先移除那个关系。</translation>
    </message>
    <message>
        <source>{name} was referred by {parent} already. Remove that relation first.</source>
        <translation>{name} 已有推荐人 {parent}，请先移除那个关系。</translation>
    </message>
    <message>
        <source>{parent} belongs to {name} already, so it cannot be its parent company as well.</source>
        <translation>{parent} 已经属于 {name}，不能再是它的母公司。</translation>
    </message>
    <message>
        <source>{name} has referred {parent}, so it cannot be the other way round.</source>
        <translation>{name} 推荐了 {parent}，不能反过来。</translation>
    </message>
    <message>
        <source>This relation is not there any more.</source>
        <translation>这个关系已不存在。</translation>
    </message>
    <message>
        <source>Add {side} {other} to {name}</source>
        <translation>为 {name} 添加{side} {other}</translation>
    </message>
    <message>
        <source>Change relation of {name} and {other}</source>
        <translation>修改 {name} 和 {other} 的关系</translation>
    </message>
    <message>
        <source>Remove {side} {other} of {name}</source>
        <translation>移除 {name} 的{side} {other}</translation>
    </message>
    <message>
        <source>Parent company</source>
        <translation>母公司</translation>
    </message>
    <message>
        <source>Subsidiary</source>
        <translation>子公司</translation>
    </message>
    <message>
        <source>Referred by</source>
        <translation>推荐人</translation>
    </message>
    <message>
        <source>Has referred</source>
        <translation>推荐了</translation>
    </message>
    <message>
        <source>turns {age} today</source>
        <translation>今天满 {age} 岁</translation>
    </message>
    <message>
        <source>turns {age} tomorrow</source>
        <translation>明天满 {age} 岁</translation>
    </message>
    <message>
        <source>turns {age} in {days} days</source>
        <translation>{days} 天后满 {age} 岁</translation>
    </message>
    <message>
        <source>{field} saved</source>
        <translation>已保存{field}</translation>
    </message>
    <message>
        <source>{name} verified today</source>
        <translation>{name} 今天已核实</translation>
    </message>
    <message>
        <source>Verify now</source>
        <translation>立即核实</translation>
    </message>
    <message>
        <source>Say that everything in this file is right today</source>
        <translation>确认这份资料今天全部属实</translation>
    </message>
    <message>
        <source>Add a relation</source>
        <translation>添加关系</translation>
    </message>
    <message>
        <source>Choose the other customer.</source>
        <translation>请选择对方客户。</translation>
    </message>
    <message>
        <source>Relation to {name} added</source>
        <translation>已添加与 {name} 的关系</translation>
    </message>
    <message>
        <source>Relation to {name} changed</source>
        <translation>已修改与 {name} 的关系</translation>
    </message>
    <message>
        <source>Relation to {name} removed</source>
        <translation>已移除与 {name} 的关系</translation>
    </message>
    <message>
        <source>Merging values</source>
        <translation>正在合并值</translation>
    </message>
    <message>
        <source>This rule is not there any more.</source>
        <translation>这条规范已不存在。</translation>
    </message>
    <message>
        <source>This is no pattern: check brackets and special characters.</source>
        <translation>格式有误：请检查括号和特殊字符。</translation>
    </message>
    <message>
        <source>Write a number and d, w, m or y, such as 6m for six months.</source>
        <translation>请输入数字加 d、w、m 或 y，例如 6m 表示六个月。</translation>
    </message>
    <message>
        <source>This field cannot be checked that way.</source>
        <translation>这个字段不能这样检查。</translation>
    </message>
    <message>
        <source>A value is needed.</source>
        <translation>请填写值。</translation>
    </message>
    <message>
        <source>Add a rule for {field}</source>
        <translation>添加“{field}”的规范</translation>
    </message>
    <message>
        <source>Change the rule for {field}</source>
        <translation>修改“{field}”的规范</translation>
    </message>
    <message>
        <source>Delete the rule for {field}</source>
        <translation>删除“{field}”的规范</translation>
    </message>
    <message>
        <source>Start with the suggested data standards</source>
        <translation>启用建议的录入规范</translation>
    </message>
    <message>
        <source>Change the weight of {field}</source>
        <translation>修改“{field}”的权重</translation>
    </message>
    <message>
        <source>Add {value} to the dictionary</source>
        <translation>将“{value}”加入字典</translation>
    </message>
    <message>
        <source>Take {value} out of the dictionary</source>
        <translation>将“{value}”移出字典</translation>
    </message>
    <message>
        <source>Merge {value} into {into}</source>
        <translation>将“{value}”合并为“{into}”</translation>
    </message>
    <message>
        <source>Merge {value} values into {into}</source>
        <translation>将 {value} 个值合并为“{into}”</translation>
    </message>
    <message>
        <source>must be filled in</source>
        <translation>必须填写</translation>
    </message>
    <message>
        <source>must fit a pattern</source>
        <translation>必须符合格式</translation>
    </message>
    <message>
        <source>must stand in the dictionary</source>
        <translation>必须是字典中的值</translation>
    </message>
    <message>
        <source>must have been verified</source>
        <translation>必须定期核实</translation>
    </message>
    <message>
        <source>The data standards ask for this.</source>
        <translation>录入规范要求填写此项。</translation>
    </message>
    <message>
        <source>The data standards ask for another form of this.</source>
        <translation>此项不符合录入规范要求的格式。</translation>
    </message>
    <message>
        <source>The dictionary has no such value.</source>
        <translation>字典中没有这个值。</translation>
    </message>
    <message>
        <source>Add data rule…</source>
        <translation>添加录入规范…</translation>
    </message>
    <message>
        <source>Dictionaries…</source>
        <translation>字典…</translation>
    </message>
    <message>
        <source>Weights of completeness…</source>
        <translation>完整度权重…</translation>
    </message>
    <message>
        <source>Data health</source>
        <translation>数据质量</translation>
    </message>
    <message>
        <source>Rule deleted</source>
        <translation>规范已删除</translation>
    </message>
    <message>
        <source>There are no custom fields.</source>
        <translation>没有自定义字段。</translation>
    </message>
    <message>
        <source>{name}: {type}, {count} customers filled</source>
        <translation>{name}：{type}，{count} 位客户已填写</translation>
    </message>
    <message>
        <source>    options: {options}</source>
        <translation>    选项：{options}</translation>
    </message>
    <message>
        <source>    required</source>
        <translation>    必填</translation>
    </message>
    <message>
        <source>Changing a field</source>
        <translation>正在修改字段</translation>
    </message>
    <message>
        <source>Emptying a field</source>
        <translation>正在清空字段</translation>
    </message>
    <message>
        <source>The type cannot be changed: {reason} Nothing was changed.</source>
        <translation>不能更改类型：{reason} 未做任何更改。</translation>
    </message>
    <message>
        <source>{count} customers have a value that would be lost.</source>
        <translation>{count} 位客户的值会丢失。</translation>
    </message>
    <message>
        <source>{count} customers have a text of more than {limit} characters.</source>
        <translation>{count} 位客户的文本超过 {limit} 个字符。</translation>
    </message>
    <message>
        <source>Add a field of the other type instead.</source>
        <translation>请另外添加一个该类型的字段。</translation>
    </message>
    <message>
        <source>{count} customers hold “{label}”. Say where their values go.</source>
        <translation>{count} 位客户选择了“{label}”。请指定这些值改为什么。</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>No one customer has this number or name: the link was left out.</source>
        <translation>没有唯一的客户使用此编号或名称：链接已略过。</translation>
    </message>
    <message>
        <source>No one customer has this number or name.</source>
        <translation>没有唯一对应此编号或名称的客户。</translation>
    </message>
    <message>
        <source>There is a field of this name already.</source>
        <translation>已有同名字段。</translation>
    </message>
    <message>
        <source>Files from outside use this name for a built-in field. Choose another one.</source>
        <translation>外部文件用这个名称表示内置字段。请换一个名称。</translation>
    </message>
    <message>
        <source>A choice needs at least one option.</source>
        <translation>至少需要一个选项。</translation>
    </message>
    <message>
        <source>“{label}” is there twice.</source>
        <translation>“{label}”重复了。</translation>
    </message>
    <message>
        <source>“{label}”: an option cannot hold | or ; or a line break.</source>
        <translation>“{label}”：选项不能包含 |、; 或换行。</translation>
    </message>
    <message>
        <source>At most {limit} options fit here.</source>
        <translation>最多 {limit} 个选项。</translation>
    </message>
    <message>
        <source>This is no value that the field can hold.</source>
        <translation>该字段不能填写这个值。</translation>
    </message>
    <message>
        <source>A currency has three letters, such as CNY.</source>
        <translation>货币代码为三个字母，例如 CNY。</translation>
    </message>
    <message>
        <source>Further details</source>
        <translation>其他信息</translation>
    </message>
    <message>
        <source>Field “{name}” saved</source>
        <translation>字段“{name}”已保存</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Add a custom field…</source>
        <translation>添加自定义字段…</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>Field “{name}” removed. Its values are kept.</source>
        <translation>字段“{name}”已移除，其值会保留。</translation>
    </message>
    <message>
        <source>Field “{name}” restored</source>
        <translation>字段“{name}”已恢复</translation>
    </message>
    <message>
        <source>Field “{name}” emptied</source>
        <translation>字段“{name}”已清空</translation>
    </message>
    <message>
        <source>Nobody has looked for duplicates yet; --scan does.</source>
        <translation>还没有查找过重复客户；用 --scan 查找。</translation>
    </message>
    <message>
        <source>No duplicates are left to look at.</source>
        <translation>没有待处理的重复客户。</translation>
    </message>
    <message>
        <source>{pairs} pairs to look at; {customers} customers were compared on {when}.</source>
        <translation>待处理 {pairs} 对；{when} 比较了 {customers} 位客户。</translation>
    </message>
    <message>
        <source>Done: {title}</source>
        <translation>已完成：{title}</translation>
    </message>
    <message>
        <source>Looking for duplicates</source>
        <translation>查找重复客户</translation>
    </message>
    <message>
        <source>Reading customers</source>
        <translation>读取客户</translation>
    </message>
    <message>
        <source>Comparing customers</source>
        <translation>比较客户</translation>
    </message>
    <message>
        <source>More than {count} customers cannot be compared. Nothing was changed.</source>
        <translation>无法比较超过 {count} 位客户。未作任何改动。</translation>
    </message>
    <message>
        <source>A merge needs two different customers. Nothing was changed.</source>
        <translation>合并需要两位不同的客户。未作任何改动。</translation>
    </message>
    <message>
        <source>Merge {name} and {other}</source>
        <translation>合并“{name}”和“{other}”</translation>
    </message>
    <message>
        <source>Merge {count} customers into {name}</source>
        <translation>将 {count} 位客户合并为“{name}”</translation>
    </message>
    <message>
        <source>{name} and {other} are not the same</source>
        <translation>“{name}”与“{other}”不是同一客户</translation>
    </message>
    <message>
        <source>Same credit code {value}</source>
        <translation>信用代码相同：{value}</translation>
    </message>
    <message>
        <source>Same ID number</source>
        <translation>证件号码相同</translation>
    </message>
    <message>
        <source>Different credit codes</source>
        <translation>信用代码不同</translation>
    </message>
    <message>
        <source>Different ID numbers</source>
        <translation>证件号码不同</translation>
    </message>
    <message>
        <source>A company and a person</source>
        <translation>一个是企业，一个是个人</translation>
    </message>
    <message>
        <source>Same name</source>
        <translation>名称相同</translation>
    </message>
    <message>
        <source>Same core name: {value}</source>
        <translation>核心名称相同：{value}</translation>
    </message>
    <message>
        <source>Same name but for its legal form</source>
        <translation>名称相同，仅公司形式不同</translation>
    </message>
    <message>
        <source>Names sound the same</source>
        <translation>名称读音相同</translation>
    </message>
    <message>
        <source>One name is short for the other</source>
        <translation>一个名称是另一个的简写</translation>
    </message>
    <message>
        <source>Names {percent} % alike: a slip of the pen</source>
        <translation>名称相似 {percent}%，疑似笔误</translation>
    </message>
    <message>
        <source>Names are {percent} % alike</source>
        <translation>名称相似 {percent}%</translation>
    </message>
    <message>
        <source>Different names</source>
        <translation>名称不同</translation>
    </message>
    <message>
        <source>Names of different places</source>
        <translation>名称中的地区不同</translation>
    </message>
    <message>
        <source>Different branches</source>
        <translation>分支机构不同</translation>
    </message>
    <message>
        <source>Different numbers in the names</source>
        <translation>名称中的编号不同</translation>
    </message>
    <message>
        <source>Short name {value} fits both</source>
        <translation>简称“{value}”两者都符合</translation>
    </message>
    <message>
        <source>Same phone {value}</source>
        <translation>电话相同：{value}</translation>
    </message>
    <message>
        <source>Same phone {value}, which many have</source>
        <translation>电话相同：{value}（多位客户共用）</translation>
    </message>
    <message>
        <source>Same e-mail {value}</source>
        <translation>邮箱相同：{value}</translation>
    </message>
    <message>
        <source>Same contact person {value}</source>
        <translation>联系人相同：{value}</translation>
    </message>
    <message>
        <source>Contact person {value} in both</source>
        <translation>都有联系人{value}</translation>
    </message>
    <message>
        <source>Same address</source>
        <translation>地址相同</translation>
    </message>
    <message>
        <source>Same region</source>
        <translation>地区相同</translation>
    </message>
    <message>
        <source>Addresses in different cities</source>
        <translation>地址在不同城市</translation>
    </message>
    <message>
        <source>{what}: {moved} added</source>
        <translation>{what}：转入 {moved} 项</translation>
    </message>
    <message>
        <source>{what}: {known} known already</source>
        <translation>{what}：已有 {known} 项</translation>
    </message>
    <message>
        <source>{what}: {moved} added, {known} known already</source>
        <translation>{what}：转入 {moved} 项，已有 {known} 项</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>查找重复</translation>
    </message>
    <message>
        <source>Merge these customers</source>
        <translation>合并这些客户</translation>
    </message>
    <message>
        <source>Next possible duplicate</source>
        <translation>下一组可能重复的客户</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复客户</translation>
    </message>
    <message>
        <source>{count} customers merged into {name}</source>
        <translation>{count} 位客户已合并为“{name}”</translation>
    </message>
    <message>
        <source>They will not be offered as duplicates again.</source>
        <translation>以后不再提示它们重复。</translation>
    </message>
    <message>
        <source>Attaching {count} files</source>
        <translation>正在添加 {count} 个附件</translation>
    </message>
    <message>
        <source>{file} could run a program, so it is not opened from here.</source>
        <translation>{file} 可能会运行程序，因此不从这里打开。</translation>
    </message>
    <message>
        <source>If you trust it, save it to a folder and open it there.</source>
        <translation>如果信任它，请另存到文件夹后再打开。</translation>
    </message>
    <message>
        <source>This page takes too long to draw.</source>
        <translation>这一页的绘制时间过长。</translation>
    </message>
    <message>
        <source>{file} could not be written.</source>
        <translation>无法写入 {file}。</translation>
    </message>
    <message>
        <source>Choose another folder, or free some space.</source>
        <translation>请选择其他文件夹，或腾出一些空间。</translation>
    </message>
    <message>
        <source>It is a folder. Pack it into one file first.</source>
        <translation>这是文件夹，请先打包成一个文件。</translation>
    </message>
    <message>
        <source>It is not an ordinary file.</source>
        <translation>这不是普通文件。</translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation>文件已不存在。</translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <translation>无法读取。</translation>
    </message>
    <message>
        <source>It is the database that is open.</source>
        <translation>这是当前打开的数据库。</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>It is larger than {limit} MB, the limit in the settings.</source>
        <translation>超过了设置中的上限 {limit} MB。</translation>
    </message>
    <message>
        <source>A file needs a name.</source>
        <translation>附件需要名称。</translation>
    </message>
    <message>
        <source>Attach {file} to {name}</source>
        <translation>为{name}添加附件 {file}</translation>
    </message>
    <message>
        <source>Attach {count} files to {name}</source>
        <translation>为{name}添加 {count} 个附件</translation>
    </message>
    <message>
        <source>Rename {file} to {new}</source>
        <translation>将附件 {file} 重命名为 {new}</translation>
    </message>
    <message>
        <source>Change note of {file}</source>
        <translation>修改附件 {file} 的备注</translation>
    </message>
    <message>
        <source>Delete {file} of {name}</source>
        <translation>删除{name}的附件 {file}</translation>
    </message>
    <message>
        <source>Delete {count} files</source>
        <translation>删除 {count} 个附件</translation>
    </message>
    <message>
        <source>This PDF file is damaged and cannot be shown.</source>
        <translation>这个 PDF 文件已损坏，无法显示。</translation>
    </message>
    <message>
        <source>This PDF file is protected by a password.</source>
        <translation>这个 PDF 文件有密码保护。</translation>
    </message>
    <message>
        <source>This file is not there any more.</source>
        <translation>这个附件已不存在。</translation>
    </message>
    <message>
        <source>The content of {name} is missing or damaged in the database.</source>
        <translation>{name} 的内容在数据库中缺失或已损坏。</translation>
    </message>
    <message>
        <source>A back-up from before may still hold it.</source>
        <translation>以前的备份里可能还有。</translation>
    </message>
    <message>
        <source>The content of the attachment {name} is missing.</source>
        <translation>附件“{name}”的内容缺失。</translation>
    </message>
    <message>
        <source>The content {key} of an attachment is damaged.</source>
        <translation>附件内容 {key} 已损坏。</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>添加附件…</translation>
    </message>
    <message>
        <source>Attach what is on the clipboard</source>
        <translation>从剪贴板添加附件</translation>
    </message>
    <message>
        <source>{file} attached</source>
        <translation>已添加附件 {file}</translation>
    </message>
    <message>
        <source>{count} files attached</source>
        <translation>已添加 {count} 个附件</translation>
    </message>
    <message>
        <source>This customer has this file already, as {file}.</source>
        <translation>该客户已有这个附件：{file}。</translation>
    </message>
    <message>
        <source>{count} files are here already and were not attached again.</source>
        <translation>有 {count} 个附件已存在，没有重复添加。</translation>
    </message>
    <message>
        <source>{file} was not attached.</source>
        <translation>没有添加 {file}。</translation>
    </message>
    <message>
        <source>{count} files were not attached. The first one: {file}</source>
        <translation>有 {count} 个文件没有添加，第一个是 {file}</translation>
    </message>
    <message>
        <source>There is no file and no picture on the clipboard.</source>
        <translation>剪贴板上没有文件或图片。</translation>
    </message>
    <message>
        <source>Copy one, then paste it here.</source>
        <translation>请先复制，再粘贴到这里。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>This picture is damaged and cannot be shown.</source>
        <translation>这张图片已损坏，无法显示。</translation>
    </message>
    <message>
        <source>This picture is too large to be shown here.</source>
        <translation>这张图片太大，无法在这里显示。</translation>
    </message>
    <message>
        <source>{file} deleted</source>
        <translation>已删除附件 {file}</translation>
    </message>
    <message>
        <source>{count} files deleted</source>
        <translation>已删除 {count} 个附件</translation>
    </message>
    <message>
        <source>Renamed to {file}</source>
        <translation>已重命名为 {file}</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>已保存为 {file}</translation>
    </message>
    <message>
        <source>No program on this computer opens {file}.</source>
        <translation>这台电脑上没有可以打开 {file} 的程序。</translation>
    </message>
    <message>
        <source>Save it to a folder, or install a program for it.</source>
        <translation>请另存到文件夹，或安装相应的程序。</translation>
    </message>
    <message>
        <source>Key data</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好</translation>
    </message>
    <message>
        <source>main</source>
        <translation>主要</translation>
    </message>
    <message>
        <source>lunar calendar</source>
        <translation>农历</translation>
    </message>
    <message>
        <source>Birthday {date}</source>
        <translation>生日 {date}</translation>
    </message>
    <message>
        <source>Printed on {date}</source>
        <translation>打印于 {date}</translation>
    </message>
    <message>
        <source>{title} (undone)</source>
        <translation>{title}（已撤销）</translation>
    </message>
    <message>
        <source>{name} sent to {printer}</source>
        <translation>{name}已发送到 {printer}</translation>
    </message>
    <message>
        <source>The printer could not be started. Nothing was printed.</source>
        <translation>无法启动打印机，没有打印任何内容。</translation>
    </message>
    <message>
        <source>Print the customer&apos;s file…</source>
        <translation>打印客户档案…</translation>
    </message>
    <message>
        <source>Save the customer&apos;s file as PDF…</source>
        <translation>客户档案存为 PDF…</translation>
    </message>
    <message>
        <source>Page {number} of {pages}</source>
        <translation>第 {number} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>“{text}” is no date: write it as 2026-12-31.</source>
        <translation>“{text}”不是日期，请写成 2026-12-31 的形式。</translation>
    </message>
    <message>
        <source>No user “{text}”.</source>
        <translation>没有用户“{text}”。</translation>
    </message>
    <message>
        <source>Users are: {names}</source>
        <translation>现有用户：{names}</translation>
    </message>
    <message>
        <source>{count} customers handed over to {to}.</source>
        <translation>已将 {count} 位客户交接给 {to}。</translation>
    </message>
    <message>
        <source>{count} customers go to {to} on {date}.</source>
        <translation>{count} 位客户将于 {date} 交接给 {to}。</translation>
    </message>
    <message>
        <source>Handing customers over</source>
        <translation>正在交接客户</translation>
    </message>
    <message>
        <source>Sharing customers</source>
        <translation>正在共享客户</translation>
    </message>
    <message>
        <source>Marking key customers</source>
        <translation>正在标记大客户</translation>
    </message>
    <message>
        <source>A hand-over to you is unread: {customers} customers.</source>
        <translation>有一次交接给您的客户尚未查看：{customers} 位客户。</translation>
    </message>
    <message>
        <source>{count} hand-overs to you are unread: {customers} customers.</source>
        <translation>有 {count} 次交接给您的客户尚未查看：共 {customers} 位客户。</translation>
    </message>
    <message>
        <source>This hand-over is not there any more.</source>
        <translation>该交接已不存在。</translation>
    </message>
    <message>
        <source>{user} ({team})</source>
        <translation>{user}（{team}）</translation>
    </message>
    <message>
        <source>Hand over {name} to {to}</source>
        <translation>将 {name} 交接给 {to}</translation>
    </message>
    <message>
        <source>Hand over {count} customers to {to}</source>
        <translation>将 {count} 位客户交接给 {to}</translation>
    </message>
    <message>
        <source>Plan the hand-over of {name} to {to}</source>
        <translation>计划将 {name} 交接给 {to}</translation>
    </message>
    <message>
        <source>Plan the hand-over of {count} customers to {to}</source>
        <translation>计划将 {count} 位客户交接给 {to}</translation>
    </message>
    <message>
        <source>Cancel the hand-over of {name} to {to}</source>
        <translation>取消将 {name} 交接给 {to}</translation>
    </message>
    <message>
        <source>Cancel the hand-over of {count} customers to {to}</source>
        <translation>取消将 {count} 位客户交接给 {to}</translation>
    </message>
    <message>
        <source>Mark the hand-over of {name} as read</source>
        <translation>将 {name} 的交接标为已读</translation>
    </message>
    <message>
        <source>Mark the hand-over of {count} customers as read</source>
        <translation>将 {count} 位客户的交接标为已读</translation>
    </message>
    <message>
        <source>A team needs a name.</source>
        <translation>请填写团队名称。</translation>
    </message>
    <message>
        <source>There is a user called “{name}” already.</source>
        <translation>已有名为“{name}”的用户。</translation>
    </message>
    <message>
        <source>There is a team called “{name}” already.</source>
        <translation>已有名为“{name}”的团队。</translation>
    </message>
    <message>
        <source>You cannot delete or deactivate yourself.</source>
        <translation>不能删除或停用自己。</translation>
    </message>
    <message>
        <source>A colleague can do it, signed in as themselves.</source>
        <translation>可由同事用自己的账号操作。</translation>
    </message>
    <message>
        <source>This is the last user. Somebody has to stay.</source>
        <translation>这是最后一个用户，至少要保留一个。</translation>
    </message>
    <message>
        <source>This user is not there any more.</source>
        <translation>该用户已不存在。</translation>
    </message>
    <message>
        <source>This team is not there any more.</source>
        <translation>该团队已不存在。</translation>
    </message>
    <message>
        <source>Choose somebody else to take over.</source>
        <translation>请选择其他人接手。</translation>
    </message>
    <message>
        <source>Activate user {name}</source>
        <translation>启用用户 {name}</translation>
    </message>
    <message>
        <source>Deactivate user {name}</source>
        <translation>停用用户 {name}</translation>
    </message>
    <message>
        <source>Take {name} out of the team</source>
        <translation>将 {name} 移出团队</translation>
    </message>
    <message>
        <source>Put {name} into team {team}</source>
        <translation>将 {name} 加入团队 {team}</translation>
    </message>
    <message>
        <source>Delete user {name}; {heir} takes over</source>
        <translation>删除用户 {name}，由 {heir} 接手</translation>
    </message>
    <message>
        <source>Delete user {name}</source>
        <translation>删除用户 {name}</translation>
    </message>
    <message>
        <source>Change team {name}</source>
        <translation>修改团队 {name}</translation>
    </message>
    <message>
        <source>Delete team {name}</source>
        <translation>删除团队 {name}</translation>
    </message>
    <message>
        <source>Name a person or a team to hand over to.</source>
        <translation>请选择接收的人或团队。</translation>
    </message>
    <message>
        <source>Choose today or a later day.</source>
        <translation>请选择今天或以后的日期。</translation>
    </message>
    <message>
        <source>Deleted on</source>
        <translation>删除时间</translation>
    </message>
    <message>
        <source>Deleted by</source>
        <translation>删除人</translation>
    </message>
    <message>
        <source>Comes back with it</source>
        <translation>一并恢复</translation>
    </message>
    <message>
        <source>1 contact</source>
        <translation>1 位联系人</translation>
    </message>
    <message>
        <source>{count} contacts</source>
        <translation>{count} 位联系人</translation>
    </message>
    <message>
        <source>1 phone or channel</source>
        <translation>1 个联系方式</translation>
    </message>
    <message>
        <source>{count} phones and channels</source>
        <translation>{count} 个联系方式</translation>
    </message>
    <message>
        <source>1 tag</source>
        <translation>1 个标签</translation>
    </message>
    <message>
        <source>{count} tags</source>
        <translation>{count} 个标签</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 个文件</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} 个文件</translation>
    </message>
    <message>
        <source>{some}, {more}</source>
        <translation>{some}、{more}</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>交接…</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>共享…</translation>
    </message>
    <message>
        <source>Key customer…</source>
        <translation>大客户…</translation>
    </message>
    <message>
        <source>Handed over to me</source>
        <translation>交接给我的客户</translation>
    </message>
    <message>
        <source>Planned hand-overs</source>
        <translation>计划中的交接</translation>
    </message>
    <message>
        <source>Shared with me</source>
        <translation>共享给我的</translation>
    </message>
    <message>
        <source>This is no date.</source>
        <translation>这不是日期。</translation>
    </message>
    <message>
        <source>{customers} handed over to {to}</source>
        <translation>已将 {customers}交接给 {to}</translation>
    </message>
    <message>
        <source>{customers} will be handed over to {to}</source>
        <translation>已计划将 {customers}交接给 {to}</translation>
    </message>
    <message>
        <source>Sharing changed for {customers}</source>
        <translation>已更改 {customers}的共享</translation>
    </message>
    <message>
        <source>{customers} marked as key customers</source>
        <translation>已将 {customers}标记为大客户</translation>
    </message>
    <message>
        <source>{customers} no key customers any more</source>
        <translation>已取消 {customers}的大客户标记</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>已标为已读</translation>
    </message>
    <message>
        <source>Hand-over called off</source>
        <translation>已取消交接</translation>
    </message>
    <message>
        <source>Handed over to {to}</source>
        <translation>交接给 {to}</translation>
    </message>
    <message>
        <source>{customers} from {former}</source>
        <translation>来自 {former} 的 {customers}</translation>
    </message>
    <message>
        <source>{customers} to {to}</source>
        <translation>{customers} 交给 {to}</translation>
    </message>
    <message>
        <source>{customers} from {former} to {to}</source>
        <translation>{customers}，由 {former} 交给 {to}</translation>
    </message>
    <message>
        <source>on {date}</source>
        <translation>{date}</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Users and teams</source>
        <translation>用户和团队</translation>
    </message>
    <message>
        <source>1 member</source>
        <translation>1 名成员</translation>
    </message>
    <message>
        <source>{count} members</source>
        <translation>{count} 名成员</translation>
    </message>
    <message>
        <source>Named for key customers</source>
        <translation>专人对接的大客户</translation>
    </message>
    <message>
        <source>Customers shared with them</source>
        <translation>共享给该用户的客户</translation>
    </message>
    <message>
        <source>Planned hand-overs to them</source>
        <translation>计划交给该用户的交接</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>保存的视图</translation>
    </message>
    <message>
        <source>Changing customers</source>
        <translation>正在修改客户</translation>
    </message>
    <message>
        <source>{field} cannot be set for many customers at once.</source>
        <translation>{field}不能批量设置。</translation>
    </message>
    <message>
        <source>Choose a value from the list.</source>
        <translation>请从列表中选择一个值。</translation>
    </message>
    <message>
        <source>{customers} tagged “{value}”</source>
        <translation>已为{customers}添加标签“{value}”</translation>
    </message>
    <message>
        <source>Tag “{value}” taken off {customers}</source>
        <translation>已从{customers}去掉标签“{value}”</translation>
    </message>
    <message>
        <source>{field} of {customers} cleared</source>
        <translation>已清空{customers}的{field}</translation>
    </message>
    <message>
        <source>{field} of {customers} set to “{value}”</source>
        <translation>已将 {customers}的{field}设为“{value}”</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Set a field</source>
        <translation>批量设置字段</translation>
    </message>
    <message>
        <source>Set or clear one field of all chosen customers</source>
        <translation>为所选的全部客户设置或清空一个字段</translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation>快速查看</translation>
    </message>
    <message>
        <source>Quick look (Space in the list)</source>
        <translation>快速查看（在列表中按空格键）</translation>
    </message>
    <message>
        <source>Edit this cell</source>
        <translation>编辑此单元格</translation>
    </message>
    <message>
        <source>Edit this cell (F2 in the list)</source>
        <translation>编辑此单元格（在列表中按 F2）</translation>
    </message>
    <message>
        <source>Freeze columns</source>
        <translation>冻结列</translation>
    </message>
    <message>
        <source>Keep the columns up to the current cell in sight, or let them go</source>
        <translation>让到当前单元格为止的列始终可见，或取消</translation>
    </message>
    <message>
        <source>Paste a table</source>
        <translation>粘贴表格</translation>
    </message>
    <message>
        <source>Import the rows on the clipboard (Ctrl+V in the list)</source>
        <translation>导入剪贴板中的行（在列表中按 Ctrl+V）</translation>
    </message>
    <message>
        <source>{field} of {name} saved</source>
        <translation>已保存{name}的{field}</translation>
    </message>
    <message>
        <source>{name} has no field “{field}”: it is for the other kind of customer.</source>
        <translation>{name}没有“{field}”字段：该字段用于另一类客户。</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile. Enter keeps yours, Escape keeps theirs.</source>
        <translation>其间有他人改过这里。按回车保留您的，按 Esc 保留对方的。</translation>
    </message>
    <message>
        <source>There is no table on the clipboard. Copy rows with their column titles first.</source>
        <translation>剪贴板中没有表格。请先复制带列标题的行。</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>An import is being written. Wait until it is done, or cancel it.</source>
        <translation>正在写入一次导入，请等待完成或将其取消。</translation>
    </message>
    <message>
        <source>Furnish the sample company</source>
        <translation>充实示例公司的数据</translation>
    </message>
    <message>
        <source>Taking back {file}</source>
        <translation>正在撤回 {file}</translation>
    </message>
    <message>
        <source>Checking {file}</source>
        <translation>正在检查 {file}</translation>
    </message>
    <message>
        <source>Saving the rows that were not taken</source>
        <translation>正在保存未导入的行</translation>
    </message>
    <message>
        <source>“{file}” is not there any more. Nothing was written.</source>
        <translation>“{file}”已不存在。没有写入任何内容。</translation>
    </message>
    <message>
        <source>Put the file back, or choose another one in the first step.</source>
        <translation>请把文件放回原处，或在第一步选择其他文件。</translation>
    </message>
    <message>
        <source>“{file}” was changed since it was checked. Nothing was written.</source>
        <translation>“{file}”在检查之后被改动。没有写入任何内容。</translation>
    </message>
    <message>
        <source>Check it again to see what it does now.</source>
        <translation>请重新检查以查看最新结果。</translation>
    </message>
    <message>
        <source>An import profile needs a name.</source>
        <translation>导入方案需要名称。</translation>
    </message>
    <message>
        <source>Only its owner can change this profile. Save one of your own.</source>
        <translation>只有所有者才能修改这个方案。请另存为自己的方案。</translation>
    </message>
    <message>
        <source>You have another import profile “{name}”.</source>
        <translation>您已有另一个导入方案“{name}”。</translation>
    </message>
    <message>
        <source>This profile is not there any more.</source>
        <translation>这个方案已不存在。</translation>
    </message>
    <message>
        <source>Save import profile {name}</source>
        <translation>保存导入方案 {name}</translation>
    </message>
    <message>
        <source>Rename import profile {old} to {name}</source>
        <translation>将导入方案 {old} 重命名为 {name}</translation>
    </message>
    <message>
        <source>Share import profile {name}</source>
        <translation>共享导入方案 {name}</translation>
    </message>
    <message>
        <source>Stop sharing import profile {name}</source>
        <translation>停止共享导入方案 {name}</translation>
    </message>
    <message>
        <source>Delete import profile {name}</source>
        <translation>删除导入方案 {name}</translation>
    </message>
    <message>
        <source>{count} pictures in the cards are not read.</source>
        <translation>名片中的 {count} 张图片未读取。</translation>
    </message>
    <message>
        <source>Nobody is called “{name}”: this was left out.</source>
        <translation>没有叫“{name}”的人：此项已略过。</translation>
    </message>
    <message>
        <source>Nobody is called “{name}”.</source>
        <translation>没有叫“{name}”的人。</translation>
    </message>
    <message>
        <source>No customer is called so.</source>
        <translation>没有叫这个名称的客户。</translation>
    </message>
    <message>
        <source>No customer is called so: the relation was left out.</source>
        <translation>没有叫这个名称的客户：关系已略过。</translation>
    </message>
    <message>
        <source>Several customers are called so: the relation was left out.</source>
        <translation>有多个同名客户：关系已略过。</translation>
    </message>
    <message>
        <source>A customer cannot be related to itself: the relation was left out.</source>
        <translation>客户不能与自己建立关系：关系已略过。</translation>
    </message>
    <message>
        <source>It belongs to this customer already: the relation was left out.</source>
        <translation>对方已隶属于该客户：关系已略过。</translation>
    </message>
    <message>
        <source>No column fills “{field}” yet. Each row needs it.</source>
        <translation>还没有列对应“{field}”，每一行都需要它。</translation>
    </message>
    <message>
        <source>Looking through the file…</source>
        <translation>正在浏览文件…</translation>
    </message>
    <message>
        <source>it is a web page without a table.</source>
        <translation>这是没有表格的网页。</translation>
    </message>
    <message>
        <source>This file is a web page that calls itself a workbook; its table is read.</source>
        <translation>此文件其实是网页，只是扩展名为工作簿；已读取其中的表格。</translation>
    </message>
    <message>
        <source>There is no import profile “{name}”.</source>
        <translation>没有导入方案“{name}”。</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Excel binary workbook</source>
        <translation>Excel 二进制工作簿</translation>
    </message>
    <message>
        <source>Excel 97 workbook</source>
        <translation>Excel 97 工作簿</translation>
    </message>
    <message>
        <source>OpenDocument spreadsheet</source>
        <translation>OpenDocument 电子表格</translation>
    </message>
    <message>
        <source>Text with separators</source>
        <translation>分隔符文本</translation>
    </message>
    <message>
        <source>Table of a web page</source>
        <translation>网页表格</translation>
    </message>
    <message>
        <source>XML spreadsheet 2003</source>
        <translation>XML 电子表格 2003</translation>
    </message>
    <message>
        <source>Contact cards (vCard)</source>
        <translation>名片（vCard）</translation>
    </message>
    <message>
        <source>Unicode (UTF-8)</source>
        <translation>Unicode（UTF-8）</translation>
    </message>
    <message>
        <source>Unicode (UTF-8 with BOM)</source>
        <translation>Unicode（UTF-8，带 BOM）</translation>
    </message>
    <message>
        <source>Unicode (UTF-16)</source>
        <translation>Unicode（UTF-16）</translation>
    </message>
    <message>
        <source>Unicode (UTF-16, little endian)</source>
        <translation>Unicode（UTF-16，小端）</translation>
    </message>
    <message>
        <source>Unicode (UTF-16, big endian)</source>
        <translation>Unicode（UTF-16，大端）</translation>
    </message>
    <message>
        <source>Chinese, simplified (GBK, GB18030)</source>
        <translation>简体中文（GBK、GB18030）</translation>
    </message>
    <message>
        <source>Chinese, traditional (Big5)</source>
        <translation>繁体中文（Big5）</translation>
    </message>
    <message>
        <source>Chinese, traditional (Big5 with Hong Kong&apos;s characters)</source>
        <translation>繁体中文（Big5，含香港字符）</translation>
    </message>
    <message>
        <source>Western European (Windows-1252)</source>
        <translation>西欧（Windows-1252）</translation>
    </message>
    <message>
        <source>Comma ,</source>
        <translation>逗号 ,</translation>
    </message>
    <message>
        <source>Semicolon ;</source>
        <translation>分号 ;</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Vertical bar |</source>
        <translation>竖线 |</translation>
    </message>
    <message>
        <source>Chinese comma ，</source>
        <translation>中文逗号 ，</translation>
    </message>
    <message>
        <source>Column {letters}</source>
        <translation>{letters} 列</translation>
    </message>
    <message>
        <source>Import the table on the clipboard</source>
        <translation>导入剪贴板中的表格</translation>
    </message>
    <message>
        <source>Import: next step</source>
        <translation>导入：下一步</translation>
    </message>
    <message>
        <source>Import: previous step</source>
        <translation>导入：上一步</translation>
    </message>
    <message>
        <source>Import: previous step (Alt+Left in the wizard)</source>
        <translation>导入：上一步（向导中按 Alt+←）</translation>
    </message>
    <message>
        <source>Import: rename the saved choices…</source>
        <translation>导入：重命名方案…</translation>
    </message>
    <message>
        <source>Import: share the saved choices, or keep them for me alone</source>
        <translation>导入：共享方案或仅自己可用</translation>
    </message>
    <message>
        <source>Import: delete the saved choices</source>
        <translation>导入：删除方案</translation>
    </message>
    <message>
        <source>Import: check again</source>
        <translation>导入：重新检查</translation>
    </message>
    <message>
        <source>Import: stop what is being done</source>
        <translation>导入：停止当前操作</translation>
    </message>
    <message>
        <source>Import: undo the last change in the grid</source>
        <translation>导入：撤销表格中的上一次更改</translation>
    </message>
    <message>
        <source>Import: redo the change in the grid</source>
        <translation>导入：重做表格中的更改</translation>
    </message>
    <message>
        <source>Import: save the refused rows…</source>
        <translation>导入：保存被拒绝的行…</translation>
    </message>
    <message>
        <source>Import: take it back</source>
        <translation>导入：撤回导入</translation>
    </message>
    <message>
        <source>Import: start over with another file</source>
        <translation>导入：换一个文件重新开始</translation>
    </message>
    <message>
        <source>Saved as “{name}”. A file with the same columns is recognised by it.</source>
        <translation>已保存为“{name}”。列相同的文件会自动识别。</translation>
    </message>
    <message>
        <source>The saved choices are called “{name}” now.</source>
        <translation>方案已重命名为“{name}”。</translation>
    </message>
    <message>
        <source>Everybody can use the saved choices “{name}” now.</source>
        <translation>所有人都可以使用方案“{name}”了。</translation>
    </message>
    <message>
        <source>The saved choices “{name}” are yours alone now.</source>
        <translation>方案“{name}”现在仅自己可用。</translation>
    </message>
    <message>
        <source>The saved choices “{name}” were deleted.</source>
        <translation>方案“{name}”已删除。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>People and relations</source>
        <translation>人员与关系</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>单选</translation>
    </message>
    <message>
        <source>Several choices</source>
        <translation>多选</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>Same customer</source>
        <translation>同一客户</translation>
    </message>
    <message>
        <source>With a mistake</source>
        <translation>有错误</translation>
    </message>
    <message>
        <source>Several fit</source>
        <translation>多个匹配</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>客户编号</translation>
    </message>
    <message>
        <source>The number that this application gave, such as C000123.</source>
        <translation>本应用分配的编号，如 C000123。</translation>
    </message>
    <message>
        <source>Credit code or ID number</source>
        <translation>统一社会信用代码或身份证号</translation>
    </message>
    <message>
        <source>The same company or person, whatever the name says.</source>
        <translation>代码相同即为同一公司或个人，不论名称。</translation>
    </message>
    <message>
        <source>The same phone, however it is written, and a name that agrees.</source>
        <translation>电话相同（不论写法），且名称相符。</translation>
    </message>
    <message>
        <source>The same address, and a name that agrees.</source>
        <translation>邮箱相同，且名称相符。</translation>
    </message>
    <message>
        <source>The same name; spaces, brackets and the width of letters do not count.</source>
        <translation>名称相同；空格、括号和全半角不计。</translation>
    </message>
    <message>
        <source>Add them</source>
        <translation>自动添加</translation>
    </message>
    <message>
        <source>Take the row without</source>
        <translation>导入但留空</translation>
    </message>
    <message>
        <source>Refuse the row</source>
        <translation>拒绝该行</translation>
    </message>
    <message>
        <source>1 row of data</source>
        <translation>1 行数据</translation>
    </message>
    <message>
        <source>{n} rows of data</source>
        <translation>{n} 行数据</translation>
    </message>
    <message>
        <source>{n} s left</source>
        <translation>剩余 {n} 秒</translation>
    </message>
    <message>
        <source>{n} min left</source>
        <translation>剩余 {n} 分钟</translation>
    </message>
    <message>
        <source>{n} rows a second</source>
        <translation>每秒 {n} 行</translation>
    </message>
    <message>
        <source>There is no column “{name}”. Nothing was written.</source>
        <translation>没有“{name}”这一列，未写入任何内容。</translation>
    </message>
    <message>
        <source>Columns are: {names}</source>
        <translation>可用的列：{names}</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Example: delete this row before you import.</source>
        <translation>示例：导入前请删除此行。</translation>
    </message>
    <message>
        <source>Leave it empty for new customers: they get the next number. With the number of a customer the row changes that one.</source>
        <translation>新客户请留空，会自动编号；填写已有客户的编号则修改该客户。</translation>
    </message>
    <message>
        <source>Required: the full name of the company or person.</source>
        <translation>必填：公司或个人的全称。</translation>
    </message>
    <message>
        <source>Several numbers: separated by “;”, the most important one first.</source>
        <translation>多个号码用“;”分隔，最重要的放在最前。</translation>
    </message>
    <message>
        <source>Several addresses: separated by “;”, the most important one first.</source>
        <translation>多个地址用“;”分隔，最重要的放在最前。</translation>
    </message>
    <message>
        <source>The name of a user. A name that nobody has yet becomes a new user.</source>
        <translation>用户的姓名；没有此用户时会新建。</translation>
    </message>
    <message>
        <source>Province, city and district, such as 广东省深圳市南山区.</source>
        <translation>省、市、区，例如 广东省深圳市南山区。</translation>
    </message>
    <message>
        <source>Several tags: separated by commas.</source>
        <translation>多个标签用逗号分隔。</translation>
    </message>
    <message>
        <source>One contact person a row. Further ones: a row each, with the customer&apos;s name repeated.</source>
        <translation>每行一位联系人；其余联系人各占一行，并重复客户名称。</translation>
    </message>
    <message>
        <source>The name of another contact person of the same customer.</source>
        <translation>同一客户的另一位联系人的姓名。</translation>
    </message>
    <message>
        <source>A date such as 2026-03-31.</source>
        <translation>日期，例如 2026-03-31。</translation>
    </message>
    <message>
        <source>A line each: region code | street | postcode.</source>
        <translation>每行一个：地区代码 | 街道 | 邮编。</translation>
    </message>
    <message>
        <source>A line each: what day it is, a colon, the date.</source>
        <translation>每行一个：名称、冒号、日期。</translation>
    </message>
    <message>
        <source>The number or name of the parent company.</source>
        <translation>上级公司的编号或名称。</translation>
    </message>
    <message>
        <source>The number or name of the customer who referred this one.</source>
        <translation>介绍人（客户）的编号或名称。</translation>
    </message>
    <message>
        <source>The day on which the data were last verified, such as 2026-03-31.</source>
        <translation>最近一次核实资料的日期，例如 2026-03-31。</translation>
    </message>
    <message>
        <source>Yes or no. “No” also takes off who is named for a key customer.</source>
        <translation>是或否。填“否”会同时取消大客户的专人和专属团队。</translation>
    </message>
    <message>
        <source>The name of the user who looks after this key customer.</source>
        <translation>负责此大客户的用户姓名。</translation>
    </message>
    <message>
        <source>The name of the team that looks after this key customer.</source>
        <translation>负责此大客户的团队名称。</translation>
    </message>
    <message>
        <source>Li Na</source>
        <translation>李娜</translation>
    </message>
    <message>
        <source>Example Trading Co., Ltd.</source>
        <translation>示例贸易有限公司</translation>
    </message>
    <message>
        <source>1 Science Park Road</source>
        <translation>科技园路1号</translation>
    </message>
    <message>
        <source>Wang Wei</source>
        <translation>王伟</translation>
    </message>
    <message>
        <source>Lin Yi (example)</source>
        <translation>林一（示例）</translation>
    </message>
    <message>
        <source>Reading everything…</source>
        <translation>正在读取全部内容…</translation>
    </message>
    <message>
        <source>Import of everything from {file}</source>
        <translation>从 {file} 导入全部内容</translation>
    </message>
    <message>
        <source>This database has records already. Nothing was imported.</source>
        <translation>此数据库已有记录，未导入任何内容。</translation>
    </message>
    <message>
        <source>Import into a new database; it becomes the same as the exported one.</source>
        <translation>请导入到新数据库，它会变得与所导出的一样。</translation>
    </message>
    <message>
        <source>“{file}” is no export of a whole database. Nothing was imported.</source>
        <translation>“{file}”不是整个数据库的导出文件，未导入任何内容。</translation>
    </message>
    <message>
        <source>“{file}” was exported by a newer version of Desktop CRM. Nothing was imported.</source>
        <translation>“{file}”由更新版本的 Desktop CRM 导出，未导入任何内容。</translation>
    </message>
    <message>
        <source>Install the newest version, then try again.</source>
        <translation>请安装最新版本后重试。</translation>
    </message>
    <message>
        <source>“{file}” is damaged: {part} cannot be read. Nothing was imported.</source>
        <translation>“{file}”已损坏：无法读取 {part}，未导入任何内容。</translation>
    </message>
    <message>
        <source>Choose a file that “Export everything” made, or export once more.</source>
        <translation>请选择由“导出全部数据”生成的文件，或重新导出。</translation>
    </message>
    <message>
        <source>Writing everything…</source>
        <translation>正在写入全部内容…</translation>
    </message>
    <message>
        <source>“{file}” does not end in .zip. Nothing was written.</source>
        <translation>“{file}”不是 .zip 文件名，未写入任何内容。</translation>
    </message>
    <message>
        <source>End the file&apos;s name in .zip.</source>
        <translation>请让文件名以 .zip 结尾。</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}、{second}</translation>
    </message>
    <message>
        <source>No other contact person of this customer is called so: this was left out.</source>
        <translation>此客户没有其他联系人叫这个名字：已略过。</translation>
    </message>
    <message>
        <source>They would report to each other: this was left out.</source>
        <translation>他们会互为上级：已略过。</translation>
    </message>
</context>
</TS>

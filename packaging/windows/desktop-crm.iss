; Inno Setup 6: an installer for one person, without administrator rights. NOT TESTED YET.
; First `python packaging\dev.py build`, then `iscc packaging\windows\desktop-crm.iss`; the result is in dist\.
#ifndef Version
#define Version "0.1.0"
#endif

[Setup]
AppId={{6B6C1B0A-0E0E-4C51-9B0E-5C7A3C2B7D11}
AppName=Desktop CRM
AppVersion={#Version}
AppPublisher=Desktop CRM contributors
DefaultDirName={autopf}\Desktop CRM
DefaultGroupName=Desktop CRM
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=desktop-crm-{#Version}-windows
SetupIconFile=..\..\build\icons\app.ico
UninstallDisplayIcon={app}\desktop-crm.exe
ChangesAssociations=yes
Compression=lzma2
SolidCompression=yes

[Files]
Source: "..\..\dist\desktop-crm\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Desktop CRM"; Filename: "{app}\desktop-crm.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.crmdb"; ValueType: string; ValueData: "DesktopCRM.File"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\DesktopCRM.File"; ValueType: string; ValueData: "Desktop CRM file"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\DesktopCRM.File\DefaultIcon"; ValueType: string; ValueData: "{app}\desktop-crm.exe,0"
Root: HKA; Subkey: "Software\Classes\DesktopCRM.File\shell\open\command"; ValueType: string; ValueData: """{app}\desktop-crm.exe"" --db ""%1"""

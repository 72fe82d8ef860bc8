; The installer of Sổ Truyền Thông, and what removes it again: both per user, both in
; Vietnamese. windows/installer.py gives the !defines and the lists of files.

Unicode true
Target amd64-unicode
ManifestSupportedOS Win10 ; Windows 11 names itself the same
ManifestDPIAware true
ManifestLongPathAware true
RequestExecutionLevel user
CRCCheck force
AllowSkipFiles off ; a file that cannot be written ends the installation
SetDateSave off    ; the same inputs make the same bytes
SetOverwrite on
!ifdef FAST
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 128 ; MB, which unpacking takes as memory too
!endif

!define ID "SoTruyenThong"
!define PROGRAM "${ID}.exe"
!define CONSOLE "stt.exe"
!define REMOVER "GoBo.exe"
!define MARKER "ban-usb.txt"
!define DEFAULT_FOLDER "$LOCALAPPDATA\Programs\${ID}"
!define KEY "Software\${ID}"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define CLASSES "Software\Classes"
!define BOOK_TYPE "${ID}.So"
!define LOCKED_TYPE "${ID}.GoiKhoa"
!define ZIP_VERB "${CLASSES}\SystemFileAssociations\.zip\shell\${ID}"
!define APPLICATION "${CLASSES}\Applications\${PROGRAM}"

; What a silent installation exits with; 0 is done, 2 a file could not be written.
!define RUNNING 5
!define NO_BACKUP 6
!define DOWNGRADE 7
!define NO_ROOM 8
!define OLD_WINDOWS 9
!define NO_WRITING 10

!define OLDEST_BUILD 17763 ; Windows 10 1809, the oldest that Qt 6 runs on
!define SLACK_BYTES 33554432 ; beside the program: settings, logs, the first sheets

!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include MUI2.nsh
!include "${ROOM}/words_vi.nsh"

Name "${NAME}"
OutFile "${TARGET}"
InstallDir "${DEFAULT_FOLDER}" ; its last part is added to a folder browsed for
SetFont "Segoe UI" 9 ; every Windows 10 has it, with all Vietnamese letters
BrandingText "${NAME} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=1066 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1066 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "FileDescription" "${DESCRIPTION}"
VIAddVersionKey /LANG=1066 "CompanyName" "${NAME}"
VIAddVersionKey /LANG=1066 "LegalCopyright" "${LICENCE}"

!ifdef SIGN
  !finalize '"${SIGN}" "%1"'
  !uninstfinalize '"${SIGN}" "%1"'
!endif

Var Portable  ; 1 where the data lie beside the program and nothing else is touched
Var Old       ; folder of the version to be replaced, empty when there is none
Var OldIs     ; its version, empty when unknown
Var Data      ; folder of the user's own data
Var BackedUp  ; 0 when the old program did it, or there was none
Var Welcome
Var Goodbye

; --- pages ---------------------------------------------------------------------

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE_PICTURE}"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${SIDE_PICTURE}"
!define MUI_WELCOMEPAGE_TITLE "${WELCOME_TITLE}"
!define MUI_WELCOMEPAGE_TEXT "$Welcome"
!define MUI_FINISHPAGE_TITLE "${FINISH_TITLE}"
!define MUI_FINISHPAGE_TEXT "$Goodbye"
!define MUI_FINISHPAGE_TEXT_LARGE
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "${RUN_NOW}"
!define MUI_ABORTWARNING

!define MUI_PAGE_CUSTOMFUNCTION_PRE Greet
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_PRE AskFolderOnce
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_PAGE_CUSTOMFUNCTION_PRE SayGoodbye
!insertmacro MUI_PAGE_FINISH

!define MUI_UNCONFIRMPAGE_TEXT_TOP "${REMOVE_TEXT}"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!define MUI_PAGE_CUSTOMFUNCTION_PRE un.SayGoodbye
!define MUI_FINISHPAGE_TITLE "${REMOVED_TITLE}"
!define MUI_FINISHPAGE_TEXT "$Goodbye"
!define MUI_FINISHPAGE_TEXT_LARGE
!insertmacro MUI_UNPAGE_FINISH

!insertmacro MUI_LANGUAGE "Vietnamese"

!include "${ROOM}/checks.nsh"
!include "${ROOM}/replacing.nsh"
!include "${ROOM}/registering.nsh"

; --- installing ------------------------------------------------------------------

Section
  Call LookAtOldVersion ; the folder page may have led to another one
  Call RefuseDowngrade
  Call LookForRoom
  Call TryWriting
  ${If} $Old != ""
    !insertmacro WaitUntilClosed "" $Old
    Call BackUp
    Call RemoveOldFiles
  ${EndIf}
  DetailPrint "${COPYING}"
  SetDetailsPrint none
  !include "${WORK}/install.nsh"
  SetDetailsPrint lastused
  SetOutPath "$INSTDIR"
  ${If} $Portable = 1
    File "/oname=${MARKER}" "${MARKER_FILE}"
  ${Else}
    Call Register
  ${EndIf}
  ${If} $Old != ""
  ${AndIf} $BackedUp != 0
    nsExec::ExecToLog '"$INSTDIR\${CONSOLE}" backup --all'
    Pop $0
  ${EndIf}
SectionEnd

; --- words on the pages ------------------------------------------------------------

Function Greet
  StrCpy $Welcome "${WELCOME_NEW}"
  ${If} $Portable = 1
    StrCpy $Welcome "${WELCOME_STICK}"
  ${EndIf}
  ${If} $OldIs == ""
    StrCpy $OldIs "${OF_BEFORE}" ; only for the words, it is looked up again
  ${EndIf}
  ${If} $Old != ""
    StrCpy $Welcome "${WELCOME_UPGRADE}"
  ${EndIf}
FunctionEnd

; An upgrade goes where the old version lies.
Function AskFolderOnce
  ${If} $Old != ""
    Abort
  ${EndIf}
FunctionEnd

Function SayGoodbye
  StrCpy $Goodbye "${FINISH_TEXT}"
FunctionEnd

Function un.SayGoodbye
  StrCpy $Data "$LOCALAPPDATA\${ID}"
  StrCpy $Goodbye "${REMOVED_TEXT}"
FunctionEnd

; --- removing ----------------------------------------------------------------------

Function un.onInit
  ReadRegStr $Old HKCU "${KEY}" "Folder"
FunctionEnd

Section "Uninstall"
  !insertmacro WaitUntilClosed "un." $INSTDIR
  SetDetailsPrint none
  !include "${WORK}/remove.nsh"
  Delete "$INSTDIR\${REMOVER}"
  RMDir "$INSTDIR" ; stays when somebody laid files there
  SetDetailsPrint lastused
  ${IfNot} ${FileExists} "$Old\${REMOVER}" ; else the keys are another folder's
    Call un.Unregister
  ${EndIf}
SectionEnd

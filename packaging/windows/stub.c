/* Stand in for Python where only the installer is tried: note what was asked, and exit
 * as STT_STUB_EXIT says.  The launchers load this as they load the real library.
 */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <stdlib.h>
#include <wchar.h>

/* Append text to a file below the user's local folder. */
static void note(const wchar_t *words)
{
    wchar_t path[1024];
    DWORD written;
    DWORD length = GetEnvironmentVariableW(L"STT_STUB_LOG", path, 1024);
    if (!length || length >= 1024)
        return;
    HANDLE file = CreateFileW(path, FILE_APPEND_DATA, FILE_SHARE_READ, NULL, OPEN_ALWAYS,
        FILE_ATTRIBUTE_NORMAL, NULL);
    if (file == INVALID_HANDLE_VALUE)
        return;
    WriteFile(file, words, (DWORD)(wcslen(words) * sizeof *words), &written, NULL);
    CloseHandle(file);
}

__declspec(dllexport) int Py_Main(int count, wchar_t **words)
{
    wchar_t number[16] = L"";
    for (int i = 1; i < count; i++) {
        note(words[i]);
        note(i + 1 < count ? L" " : L"\n");
    }
    GetEnvironmentVariableW(L"STT_STUB_EXIT", number, 16);
    return (int)wcstol(number, NULL, 10);
}

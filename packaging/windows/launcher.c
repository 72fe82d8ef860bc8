/* Start the program inside this very process: load Python from beside us, hand over.
 *
 * Built twice from this source: a window program, and with -DCONSOLE the same for a
 * console.  Nothing is searched on PATH and nothing of another Python or Qt on this
 * machine may reach us: their variables are taken away first.
 */
#define WIN32_LEAN_AND_MEAN
#define _WIN32_WINNT 0x0602
#include <windows.h>
#include <stdlib.h>
#include <wchar.h>

#define CANNOT_START 70 /* EX_SOFTWARE of sysexits.h */
#define LONGEST 32768   /* characters of a path or variable, by the system's own limit */
#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const wchar_t RUNTIME[] = L"runtime";
static const wchar_t LIBRARY[] = L"runtime\\" PYTHON_DLL;
static const wchar_t INTERPRETER[] = L"runtime\\pythonw.exe";
static const wchar_t LIBRARIES[] = L"lib\\PySide6";
static const wchar_t PROGRAM[] = L"app\\desktop";

/* Variables that steer Python, Qt or OpenSSL, by how their names begin. */
static const wchar_t *const FOREIGN[] = {L"PYTHON", L"QT_", L"QML", L"OPENSSL_"};
/* A user who sees badly may have set this one on purpose. */
static const wchar_t *const KEPT[] = {L"QT_SCALE_FACTOR"};

static const wchar_t *const SWITCHES[] = {L"-I", L"-B", L"-X", L"utf8", L"-m", L"desktop"};

/* A name such as [1]*.xlsx is handed over as it was given: mingw would look for files. */
int _dowildcard = 0;

static wchar_t home[LONGEST];

typedef int (*python_main)(int, wchar_t **);
typedef int (*put_variable)(const wchar_t *, const wchar_t *);

/* Say in four lines that the program cannot start; give the exit code. */
static int refuse(const wchar_t *missing)
{
    static wchar_t text[LONGEST + 1024];
    _snwprintf(text, COUNT(text) - 1,
        L"Chuyện gì xảy ra: Chưa mở được Sổ Truyền Thông.\n"
        L"Vì sao: Thiếu hoặc hỏng thành phần %ls trong thư mục %ls (lỗi %lu).\n"
        L"Dữ liệu của anh/chị: Không thay đổi.\n"
        L"Làm gì tiếp: Cài lại chương trình từ bộ cài; với bản trên USB, giải nén lại. "
        L"Dữ liệu vẫn được giữ nguyên.",
        missing, home, GetLastError());
#ifdef CONSOLE
    static char narrow[4 * LONGEST];
    DWORD written;
    HANDLE out = GetStdHandle(STD_ERROR_HANDLE);
    if (GetConsoleMode(out, &written)) {
        WriteConsoleW(out, text, (DWORD)wcslen(text), &written, NULL);
        WriteConsoleW(out, L"\n", 1, &written, NULL);
    } else {
        int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, narrow, sizeof narrow, NULL, NULL);
        if (size > 0) {
            narrow[size - 1] = '\n';
            WriteFile(out, narrow, (DWORD)size, &written, NULL);
        }
    }
#else
    if (!GetEnvironmentVariableW(L"STT_NO_DIALOG", NULL, 0))
        MessageBoxW(NULL, text, L"Sổ Truyền Thông", MB_OK | MB_ICONERROR | MB_SETFOREGROUND);
#endif
    return CANNOT_START;
}

/* Join the program's folder and a part of it; the caller may keep the result. */
static wchar_t *inside(const wchar_t *part)
{
    size_t size = wcslen(home) + wcslen(part) + 2;
    wchar_t *path = malloc(size * sizeof *path);
    if (path)
        _snwprintf(path, size, L"%ls\\%ls", home, part);
    return path;
}

/* Tell whether a part of the program lies where it belongs. */
static int is_there(const wchar_t *part)
{
    wchar_t *path = inside(part);
    int there = path && GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES;
    free(path);
    return there;
}

/* Tell whether a variable is another program's business. */
static int is_foreign(const wchar_t *name)
{
    for (size_t i = 0; i < COUNT(KEPT); i++)
        if (!_wcsicmp(name, KEPT[i]))
            return 0;
    for (size_t i = 0; i < COUNT(FOREIGN); i++)
        if (!_wcsnicmp(name, FOREIGN[i], wcslen(FOREIGN[i])))
            return 1;
    return 0;
}

/* Take away every variable that would steer our Python or Qt. */
static void clean_environment(void)
{
    wchar_t name[512];
    wchar_t *block = GetEnvironmentStringsW();
    if (!block)
        return;
    for (const wchar_t *each = block; *each; each += wcslen(each) + 1) {
        size_t length = wcscspn(each + 1, L"=") + 1; /* "=C:" begins with the sign */
        if (length >= COUNT(name))
            continue;
        wmemcpy(name, each, length);
        name[length] = L'\0';
        if (is_foreign(name))
            SetEnvironmentVariableW(name, NULL);
    }
    FreeEnvironmentStringsW(block);
}

/* Write the folder of this very file into home; no backslash at its end. */
static int find_home(void)
{
    DWORD length = GetModuleFileNameW(NULL, home, LONGEST);
    if (!length || length >= LONGEST)
        return 0;
    wchar_t *end = wcsrchr(home, L'\\');
    if (!end)
        return 0;
    *end = L'\0';
    return 1;
}

/* Load Python's library by its full path; its own folder alone may add others. */
static HMODULE load_python(void)
{
    wchar_t *folder = inside(RUNTIME);
    wchar_t *path = inside(LIBRARY);
    HMODULE library = NULL;
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    if (folder && path && AddDllDirectory(folder))
        library = LoadLibraryExW(path, NULL,
            LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    free(folder);
    free(path);
    return library;
}

/* Say where the program lies; the C library of Python keeps variables of its own. */
static void tell_home(void)
{
    SetEnvironmentVariableW(L"STT_PROGRAM", home);
    HMODULE runtime = GetModuleHandleW(L"ucrtbase.dll");
    put_variable put = runtime ? (put_variable)(void *)GetProcAddress(runtime, "_wputenv_s") : NULL;
    if (put)
        put(L"STT_PROGRAM", home);
}

/* Run Python's own main on our switches and the words given to us. */
static int run(python_main start, int count, wchar_t **words)
{
    wchar_t **all = calloc(COUNT(SWITCHES) + (size_t)count + 2, sizeof *all);
    int used = 0;
    if (!all || !(all[used++] = inside(INTERPRETER)))
        return refuse(INTERPRETER);
    for (size_t i = 0; i < COUNT(SWITCHES); i++)
        all[used++] = (wchar_t *)SWITCHES[i];
    for (int i = 1; i < count; i++)
        all[used++] = words[i];
    return start(used, all);
}

int wmain(int count, wchar_t **words)
{
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOOPENFILEERRORBOX);
    if (!find_home())
        return refuse(L"?");
    if (!is_there(LIBRARY))
        return refuse(LIBRARY);
    if (!is_there(LIBRARIES))
        return refuse(LIBRARIES);
    if (!is_there(PROGRAM))
        return refuse(PROGRAM);
    clean_environment();
    HMODULE library = load_python();
    python_main start = library ? (python_main)(void *)GetProcAddress(library, "Py_Main") : NULL;
    if (!start)
        return refuse(LIBRARY);
    tell_home();
    return run(start, count, words);
}

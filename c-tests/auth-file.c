/* auth-file.c - credentials from auth.conf: where it is looked for, what it may say, and what is still asked for. */
#include "report.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/auth-file-XXXXXX";
static char uri[256], conf[128];

static void write_file(const char *path, const char *text)
{
    int fd = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0600);

    check(fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text), path);
    close(fd);
}

static int ask(virConnectCredentialPtr cred, unsigned int count, void *data UNUSED)
{
    for (unsigned int i = 0; i < count; i++) {
        const char *answer = cred[i].type == VIR_CRED_AUTHNAME ? "joe" : "pw";

        printf("    asked: %d \"%s\" \"%s\"\n", cred[i].type, cred[i].prompt, text_or_null(cred[i].challenge));
        cred[i].result = strdup(answer);
        cred[i].resultlen = (unsigned int)strlen(answer);
    }
    return 0;
}

/* Prints an error without the path of the folder, which differs. */
static void show(const char *what, virConnectPtr conn)
{
    virErrorPtr error = virGetLastError();
    const char *message, *place;

    printf("  %s: %s", what, conn ? "open" : "closed");
    if (!conn && error) {
        message = text_or_null(error->message);
        place = strstr(message, folder);
        if (place)
            printf(" [%d %d %d] %.*sFOLDER%s", error->code, error->domain, (int)error->level, (int)(place - message),
                   message, place + strlen(folder));
        else
            printf(" [%d %d %d] %s", error->code, error->domain, (int)error->level, message);
    }
    putchar('\n');
    if (conn)
        virConnectClose(conn);
}

static void try_uri(const char *name)
{
    int kinds[] = { VIR_CRED_AUTHNAME, VIR_CRED_PASSPHRASE };
    virConnectAuth auth = { kinds, 2, ask, NULL };

    show("asking", virConnectOpenAuth(name, &auth, 0));
    show("not asking", virConnectOpen(name));
}

static void with_conf(const char *text)
{
    printf("%s\n", text);
    write_file(conf, text);
    try_uri(uri);
}

#define GROUP "[credentials-a]\n"
#define JOE "username=joe\npassword=pw\n"
#define HERE "[auth-test-localhost]\ncredentials=a\n"

static void contents(void)
{
    static const char *const texts[] = {
        GROUP JOE HERE,
        GROUP "username=joe\n" HERE,
        GROUP "password=pw\n" HERE,
        GROUP "username=joe\npassword=bad\n" HERE,
        GROUP "username=joe\npassword=\n" HERE,
        GROUP "username=ann\n" HERE,
        GROUP "username=nobody\npassword=pw\n" HERE,
        GROUP HERE,
        GROUP JOE "[auth-test-default]\ncredentials=a\n",
        GROUP JOE "[credentials-b]\nusername=x\n[auth-test-default]\ncredentials=b\n" HERE,
        GROUP JOE "[auth-esx-localhost]\ncredentials=a\n",
        GROUP JOE "[auth-test-localhost]\n",
        GROUP JOE "[auth-test-localhost]\nother=a\n",
        GROUP JOE "[auth-test-localhost]\ncredentials=\n",
        HERE,
        "",
        "#",
        "# comment\n\n" GROUP "\n  # comment\n" JOE HERE,
        "; comment\n" GROUP JOE HERE,
        " " GROUP "\tusername = joe\n password= pw\n" HERE,
        GROUP "username=joe\npassword=pw \n" HERE,
        GROUP "username=sp\npassword=pw \n" HERE,
        GROUP "username=joe\r\npassword=pw\r\n" HERE,
        GROUP "username=x\n" JOE HERE,
        GROUP "username=joe\n" GROUP "password=pw\n" HERE,
        "username=joe\n" GROUP JOE HERE,
        GROUP JOE HERE "[]\n",
        GROUP JOE HERE "[x]y\n",
        GROUP JOE HERE "[x\n",
        GROUP JOE HERE "nothing\n",
        GROUP JOE HERE "=x\n",
        GROUP JOE HERE "a b=c=d\n",
        "[credentials-a b]\n" JOE "[auth-test-localhost]\ncredentials=a b\n",
        GROUP JOE "[auth-test-localhost]\ncredentials=a",
    };

    title("contents");
    setenv("LIBVIRT_AUTH_FILE", conf, 1);
    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
        with_conf(texts[i]);
}

static void places(void)
{
    char with_parameter[512], path[160];

    title("places");
    unsetenv("LIBVIRT_AUTH_FILE");
    write_file(conf, GROUP JOE HERE);
    puts("nowhere");
    try_uri(uri);
    puts("in the URI");
    snprintf(with_parameter, sizeof(with_parameter), "%s?authfile=%s", uri, conf);
    try_uri(with_parameter);
    puts("in the URI, missing");
    snprintf(with_parameter, sizeof(with_parameter), "%s?authfile=/nowhere", uri);
    try_uri(with_parameter);
    puts("in the environment, before the URI's");
    setenv("LIBVIRT_AUTH_FILE", conf, 1);
    try_uri(with_parameter);
    puts("in the environment, missing");
    setenv("LIBVIRT_AUTH_FILE", "/nowhere", 1);
    try_uri(uri);
    puts("in the environment, empty");
    setenv("LIBVIRT_AUTH_FILE", "", 1);
    try_uri(uri);
    puts("in the environment, a folder");
    setenv("LIBVIRT_AUTH_FILE", folder, 1);
    try_uri(uri);
    unsetenv("LIBVIRT_AUTH_FILE");
    puts("the user's");
    snprintf(path, sizeof(path), "%s/libvirt", folder);
    check(mkdir(path, 0700) == 0, path);
    snprintf(path, sizeof(path), "%s/libvirt/auth.conf", folder);
    check(rename(conf, path) == 0, path);
    try_uri(uri);
    check(unlink(path) == 0, path);
    snprintf(path, sizeof(path), "%s/libvirt", folder);
    check(rmdir(path) == 0, path);
}

int main(void)
{
    char host[160];

    check(mkdtemp(folder) != NULL, "folder");
    setenv("XDG_CONFIG_HOME", folder, 1);
    unsetenv("LIBVIRT_AUTH_FILE");
    begin();
    snprintf(host, sizeof(host), "%s/host.xml", folder);
    snprintf(uri, sizeof(uri), "test://%s", host);
    snprintf(conf, sizeof(conf), "%s/auth.conf", folder);
    write_file(host, "<node><auth><user password='pw'>joe</user><user>ann</user><user password='pw '>sp</user></auth></node>");
    contents();
    places();
    check(unlink(host) == 0 && rmdir(folder) == 0, "nothing else is left");
    return 0;
}

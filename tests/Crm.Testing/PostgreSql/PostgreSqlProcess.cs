using System.Diagnostics;

namespace Crm.Testing.PostgreSql;

/// <summary>
/// One run of the postmaster under a shell that holds the reading end of a pipe. When the writing end closes, because this
/// process ended in whatever way, the shell stops the server and removes the folder: no stale server remains.
/// </summary>
internal sealed class PostgreSqlProcess : IAsyncDisposable
{
    // $1 folder, $2 folder of the programs, the rest: arguments of postgres.
    // A line on the pipe releases the watcher without touching the folder; the end of the pipe means stop and remove.
    // SIGQUIT stops at once without a checkpoint, which a folder about to be removed does not need. Signals of the terminal
    // reach the whole group, so the watcher must survive them.
    private const string Script = """
        folder=$1 bin=$2; shift 2
        exec 3<&0 </dev/null >/dev/null 2>&1
        cd / && umask 077
        (
            trap '' INT HUP TERM
            read -r release <&3 && exit 0
            pid=$(head -n 1 "$folder/data/postmaster.pid")
            case $pid in ''|*[!0-9]*) ;; *) kill -QUIT "$pid" ;; esac
            tries=0
            while [ -e "$folder" ] && [ $tries -lt 100 ]; do rm -rf "$folder"; tries=$((tries + 1)); [ -e "$folder" ] && sleep 0.05; done
        ) &
        exec 3<&-
        if [ ! -d "$folder/data" ]; then
            mkdir -p "$folder" || exit 1
            "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >>"$folder/log" 2>&1 ||
            { rm -rf "$folder/data"; "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >>"$folder/log" 2>&1; } || exit 1
            printf 'host all all 127.0.0.1/32 trust\n' >"$folder/data/pg_hba.conf"
        fi
        "$bin/postgres" -D "$folder/data" "$@" >>"$folder/log" 2>&1
        """;

    private readonly Process _shell;
    private readonly string _folder;

    private PostgreSqlProcess(Process shell, string folder)
    {
        _shell = shell;
        _folder = folder;
    }

    public bool HasExited => _shell.HasExited;

    /// <summary>Starts the server; the data folder is made when it is missing.</summary>
    public static PostgreSqlProcess Start(PostgreSqlBinaries binaries, string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo { RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = "/" };
        // initdb and postgres refuse root: there the account that Debian's package made for them runs both.
        string[] command = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", "/bin/sh"] : ["/bin/sh"];
        start.FileName = command[0];
        foreach (var argument in command[1..].Concat(["-c", Script, "crm-postgresql", folder, binaries.Folder]).Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        ClearSettings(start);
        return new PostgreSqlProcess(Process.Start(start)!, folder);
    }

    /// <summary>PGPORT and the like of the developer's own server must not leak into the private one.</summary>
    public static void ClearSettings(ProcessStartInfo start)
    {
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }
    }

    /// <summary>Waits until the server is gone and lets the watcher go without removing the folder.</summary>
    public async Task ReleaseAsync()
    {
        await _shell.StandardInput.WriteLineAsync("release");
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }

    /// <summary>Stops the server at once and removes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
        for (var tries = 0; Directory.Exists(_folder) && tries < 200; tries++)
        {
            await Task.Delay(25);
        }
    }
}

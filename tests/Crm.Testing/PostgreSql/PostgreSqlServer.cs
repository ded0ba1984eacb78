using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Crm.Testing.PostgreSql;

/// <summary>
/// A private PostgreSQL server from the installed programs: own data folder, own port on 127.0.0.1, no Unix socket. It ends
/// with the test process, however that ends.
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    public const string Component = "postgresql";

    private static readonly Lazy<Task<PostgreSqlServer>> s_shared = new(() => StartAsync());
    private static int s_databases;

    private readonly SemaphoreSlim _creating = new(1, 1);
    private readonly PostgreSqlBinaries _binaries;
    private readonly string[] _settings;
    private PostgreSqlProcess? _process;

    private PostgreSqlServer(PostgreSqlBinaries binaries, PostgreSqlOptions options)
    {
        _binaries = binaries;
        _settings = [.. options.Settings.SelectMany(setting => new[] { "-c", $"{setting.Key}={setting.Value}" })];
        Folder = Path.Combine(TemporaryPlace(), $"crm-postgresql-{Guid.NewGuid():N}");
        AppDomain.CurrentDomain.ProcessExit += AtProcessExit;
    }

    /// <summary>The server that all tests of this process share, started by the first one that asks.</summary>
    /// <remarks>Skips the running test where PostgreSQL is missing (<see cref="TestRequirements"/>).</remarks>
    public static Task<PostgreSqlServer> SharedAsync() => s_shared.Value;

    public int Port { get; private set; }

    /// <summary>Process id of the postmaster.</summary>
    public int ProcessId { get; private set; }

    /// <summary>Holds the data folder and the server's log.</summary>
    public string Folder { get; }

    public string Log => Path.Combine(Folder, "log");

    /// <summary>Starts a server of its own, for a test that stops it, kills it or needs other settings.</summary>
    public static async Task<PostgreSqlServer> StartAsync(PostgreSqlOptions? options = null)
    {
        var binaries = PostgreSqlBinaries.Find(out var missing);
        if (binaries is null)
        {
            TestRequirements.Missing(Component, missing);
        }

        var server = new PostgreSqlServer(binaries, options ?? new PostgreSqlOptions());
        try
        {
            await server.RunAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Connection string, in Npgsql's words, of a database of this server.</summary>
    public string ConnectionString(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database};Include Error Detail=true");

    /// <summary>Creates a database.</summary>
    /// <param name="name">Its name; made up when null.</param>
    /// <param name="template">A database of this server to copy; nobody may be connected to it.</param>
    /// <returns>The connection string.</returns>
    public async Task<string> CreateDatabaseAsync(string? name = null, string? template = null)
    {
        name ??= string.Create(CultureInfo.InvariantCulture, $"crm_{Interlocked.Increment(ref s_databases)}");
        // Two copies of one template at a time refuse each other.
        await _creating.WaitAsync();
        try
        {
            await ExecuteAsync("postgres", $"CREATE DATABASE {Quoted(name)} TEMPLATE {Quoted(template ?? "template0")}");
        }
        finally
        {
            _creating.Release();
        }

        return ConnectionString(name);
    }

    /// <summary>Removes a database and ends the connections to it.</summary>
    public Task DropDatabaseAsync(string name) => ExecuteAsync("postgres", $"DROP DATABASE IF EXISTS {Quoted(name)} WITH (FORCE)");

    /// <summary>Runs SQL through psql.</summary>
    /// <returns>The rows as text, fields separated by <c>|</c>.</returns>
    public Task<string> ExecuteAsync(string database, string sql) => new PostgreSqlClient(_binaries, Port).ExecuteAsync(database, sql);

    /// <summary>Kills the postmaster and its backends with SIGKILL, as a power cut would; the data folder stays.</summary>
    public async Task KillAsync()
    {
        var process = _process ?? throw new InvalidOperationException("The server is not running.");
        _process = null;
        await ProcessTree.KillAsync(ProcessId);
        await process.ReleaseAsync();
    }

    /// <summary>Starts a killed server again on the same data and the same port; returns when recovery is done.</summary>
    public Task RestartAsync() => _process is null ? RunAsync() : throw new InvalidOperationException("The server is running.");

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= AtProcessExit;
        if (Interlocked.Exchange(ref _process, null) is { } process)
        {
            await process.DisposeAsync();
        }
        else if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private void AtProcessExit(object? sender, EventArgs e) => DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(10));

    private async Task RunAsync()
    {
        var restarts = ProcessId != 0;
        // A port found free may be taken before the server binds it: another one is tried, unless connection strings name it.
        for (var attempt = 1; ; attempt++)
        {
            Port = restarts ? Port : FreePort();
            _process = PostgreSqlProcess.Start(_binaries, Folder, Arguments());
            if (await ReadyAsync(_process) is { } processId)
            {
                ProcessId = processId;
                return;
            }

            var log = File.Exists(Log) ? await File.ReadAllTextAsync(Log) : "(no log)";
            if (attempt == 3)
            {
                throw new InvalidOperationException($"PostgreSQL did not start:{Environment.NewLine}{log}");
            }

            await Interlocked.Exchange(ref _process, null)!.ReleaseAsync();
        }
    }

    private IEnumerable<string> Arguments() =>
    [
        "-p", Port.ToString(CultureInfo.InvariantCulture),
        "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
        "-c", "max_connections=200", "-c", "timezone=UTC", "-c", "log_timezone=UTC",
        .. _settings,
    ];

    /// <summary>The postmaster's id once its lock file says ready; null when it ended or took more than a minute.</summary>
    private async Task<int?> ReadyAsync(PostgreSqlProcess process)
    {
        var lockFile = Path.Combine(Folder, "data", "postmaster.pid");
        for (var tries = 0; tries < 6000 && !process.HasExited; tries++)
        {
            // Lines: pid, folder, start time, port, socket folder, address, shared memory, status (pg_ctl reads the same).
            // After a kill the file of the killed one is there first.
            if (Lines(lockFile) is [var pid, _, _, var port, _, _, _, var status, ..]
                && status.StartsWith("ready", StringComparison.Ordinal)
                && port == Port.ToString(CultureInfo.InvariantCulture)
                && int.Parse(pid, CultureInfo.InvariantCulture) is var started && started != ProcessId)
            {
                return started;
            }

            await Task.Delay(10);
        }

        return null;
    }

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // The server's account must be able to make its folder there.
    private static string TemporaryPlace() =>
        !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess && !File.GetUnixFileMode(Path.GetTempPath()).HasFlag(UnixFileMode.OtherWrite)
            ? "/tmp"
            : Path.GetTempPath();

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Crm.Samples.Tests.Console;

/// <summary>One run of the <c>crm</c> command: what it printed and how it ended.</summary>
internal sealed record CrmRun(int ExitCode, string Output, string Errors)
{
    // The current folder belongs to the process.
    private static readonly SemaphoreSlim s_one = new(1);
    private static readonly (RoutedWriter Output, RoutedWriter Errors) s_console = Routed();
    private static readonly MethodInfo s_main = Assembly.Load("crm").EntryPoint!;

    /// <summary>The document of a run with <c>--json</c>.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>Runs the command's entry point in this process, which spares hundreds of starts; with an input, as a process of its own.</summary>
    public static async Task<CrmRun> RunAsync(string folder, string[] args, string? input = null)
    {
        if (input is not null)
        {
            return await StartAsync(folder, args, input);
        }

        await s_one.WaitAsync();
        try
        {
            return await Task.Run(() => Run(folder, args));
        }
        finally
        {
            s_one.Release();
        }
    }

    /// <summary>Runs the command as a person does.</summary>
    public static async Task<CrmRun> StartAsync(string folder, string[] args, string? input = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "crm.dll"));
        Array.ForEach(args, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CrmRun(process.ExitCode, await output, await errors);
    }

    /// <summary>A run that is expected to succeed, with its JSON.</summary>
    public static async Task<JsonElement> JsonAsync(string folder, params string[] args)
    {
        var run = await RunAsync(folder, [.. args, "--json"]);
        run.ExitCode.Should().Be(0, run.Errors);
        run.Errors.Should().BeEmpty();
        return run.Json;
    }

    private static CrmRun Run(string folder, string[] args)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var errors = new StringWriter(CultureInfo.InvariantCulture);
        var (oldFolder, oldCulture) = (Environment.CurrentDirectory, CultureInfo.DefaultThreadCurrentCulture);
        s_console.Output.Route(output);
        s_console.Errors.Route(errors);
        Environment.CurrentDirectory = folder;
        try
        {
            var exitCode = (int)s_main.Invoke(null, [args])!;
            return new CrmRun(exitCode, output.ToString(), errors.ToString());
        }
        finally
        {
            Environment.CurrentDirectory = oldFolder;
            s_console.Output.Route(null);
            s_console.Errors.Route(null);
            CultureInfo.DefaultThreadCurrentCulture = oldCulture;

            // A process closes its files when it ends.
            SqliteConnection.ClearAllPools();
        }
    }

    private static (RoutedWriter Output, RoutedWriter Errors) Routed()
    {
        var routed = (new RoutedWriter(System.Console.Out), new RoutedWriter(System.Console.Error));
        System.Console.SetOut(routed.Item1);
        System.Console.SetError(routed.Item2);
        return routed;
    }
}

using System.CommandLine;
using Crm.Domain.Access;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.CommandLine;

/// <summary>One invocation of a command: its options, its output, and the CRM when it asks for it.</summary>
internal sealed class Run(ParseResult parsed)
{
    public CommandOutput Output { get; } = new(parsed.GetValue(CommonOptions.Json));

    public string Database => parsed.GetRequiredValue(CommonOptions.Database);

    /// <summary>Whether the caller named the database, or the default stands in.</summary>
    public bool NamesDatabase => parsed.GetResult(CommonOptions.Database) is { Implicit: false };

    public T? Get<T>(Option<T> option) => parsed.GetValue(option);

    public T Get<T>(Argument<T> argument) => parsed.GetRequiredValue(argument);

    /// <summary>The value of an argument that may be left out.</summary>
    public T? Find<T>(Argument<T> argument) => parsed.GetValue(argument);

    /// <summary>The values of an argument that may be left out.</summary>
    public string[] Get(Argument<string[]> argument) => parsed.GetValue(argument) ?? [];

    /// <summary>Does one unit of work as the agent at this terminal.</summary>
    public async Task WithCrmAsync(Func<CrmSession, Task> work, CancellationToken cancellationToken)
    {
        await using var host = await CrmHost.OpenAsync(Database, cancellationToken);
        await using var session = host.Begin(Terminal.Agent);
        await work(session);
    }

    /// <summary>Does one unit of work as somebody else.</summary>
    public async Task WithCrmAsync(Actor actor, Func<CrmSession, Task> work, CancellationToken cancellationToken)
    {
        await using var host = await CrmHost.OpenAsync(Database, cancellationToken);
        await using var session = host.Begin(actor);
        await work(session);
    }
}

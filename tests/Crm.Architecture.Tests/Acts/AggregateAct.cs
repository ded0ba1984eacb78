using System.Reflection;
using Crm.Domain.Primitives;

namespace Crm.Architecture.Tests.Acts;

/// <summary>One public method of one aggregate type, ready to be run.</summary>
internal sealed record AggregateAct(AggregateSetup Setup, MethodInfo Method)
{
    public string Name => $"{Setup.Type.Name}.{Method.Name}({string.Join(", ", Method.GetParameters().Select(p => p.ParameterType.Name))})";

    /// <summary>A fresh aggregate in which the act is permitted, without pending events, and the act's arguments.</summary>
    public (IAggregateRoot Aggregate, object?[] Arguments) Prepare()
    {
        var aggregate = Setup.Build();
        var arguments = Setup.Prepare(Method.Name, aggregate) ?? [.. Method.GetParameters().Select(SampleArguments.Of)];
        aggregate.AcknowledgeEvents(aggregate.PendingEvents.Count);
        return (aggregate, arguments);
    }

    /// <summary>Runs the act; the exception it threw, or null.</summary>
    public Exception? Run(IAggregateRoot aggregate, object?[] arguments)
    {
        try
        {
            Method.Invoke(aggregate, arguments);
            return null;
        }
        catch (TargetInvocationException thrown)
        {
            return thrown.InnerException!;
        }
    }

    /// <summary>What is wrong with the act; null when nothing is.</summary>
    public string? Judge()
    {
        var (aggregate, arguments) = Prepare();
        var (version, state) = (aggregate.Version, StateText.Of(aggregate));
        if (Run(aggregate, arguments) is { } thrown)
        {
            return $"{Name} threw {thrown.GetType().Name}: {thrown.Message} (give it a set-up in {nameof(AggregateSetups)})";
        }

        var changed = StateText.Of(aggregate) != state;
        var (raised, events) = (aggregate.Version - version, aggregate.PendingEvents.Count);
        var isAct = Method.ReturnType == typeof(void) || changed;
        return (isAct, changed, raised, events) switch
        {
            (true, false, _, _) => $"{Name} changed nothing with the arguments given (give it a set-up in {nameof(AggregateSetups)})",
            (true, _, not 1, _) or (true, _, _, not 1) => $"{Name} raised Version by {raised} and {events} events",
            (false, _, not 0, _) or (false, _, _, not 0) => $"{Name} answers a question and raised Version by {raised} and {events} events",
            _ => null,
        };
    }

    /// <summary>Refusals that came after a change.</summary>
    public IEnumerable<string> JudgeRefusals()
    {
        foreach (var hostile in HostileArguments.Of(Prepare().Arguments))
        {
            var (aggregate, _) = Prepare();
            var (version, state) = (aggregate.Version, StateText.Of(aggregate));
            if (Run(aggregate, hostile) is { } thrown
                && (aggregate.Version != version || aggregate.PendingEvents.Count != 0 || StateText.Of(aggregate) != state))
            {
                yield return $"{Name} changed the aggregate and then threw {thrown.GetType().Name}: {Short(thrown.Message)}";
            }
        }
    }

    private static string Short(string text) => text.Length > 120 ? $"{text[..120]}…" : text;
}

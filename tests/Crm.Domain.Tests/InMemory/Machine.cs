using Crm.Domain.Primitives;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.InMemory;

/// <summary>One kind of act for random sequences: its question twin, the act, and what the plain model expects.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
/// <typeparam name="TState">Its states.</typeparam>
/// <param name="Name">Name in a failure.</param>
/// <param name="May">The question twin.</param>
/// <param name="Do">The act.</param>
/// <param name="Next">The state after it, by a table written independently of the code; null where it is refused.</param>
public sealed record Step<T, TState>(string Name, Func<T, CrmRuling> May, Action<T, Instant> Do, Func<TState, TState?> Next)
    where TState : struct, Enum
{
    public override string ToString() => Name;
}

/// <summary>Runs random sequences of acts against an aggregate and a plain model at once.</summary>
public static class Machine
{
    public static void Check<T, TState>(Func<Instant, T> make, Func<T, TState> state, TState first, params Step<T, TState>[] steps)
        where T : IAggregateRoot
        where TState : struct, Enum
    {
        var runs = Gen.Elements(steps).ListOf().ToArbitrary();
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(runs, run => Run(make, state, first, run)));
    }

    private static void Run<T, TState>(Func<Instant, T> make, Func<T, TState> state, TState first, IEnumerable<Step<T, TState>> run)
        where T : IAggregateRoot
        where TState : struct, Enum
    {
        var now = Instant.FromUtc(2026, 6, 1, 8, 0);
        var (aggregate, expected, version) = (make(now), first, 1L);
        foreach (var step in run)
        {
            now += Duration.FromMinutes(1);
            var ruling = step.May(aggregate);
            if (step.Next(expected) is { } next)
            {
                ruling.IsPermitted.Should().BeTrue("{0} is permitted in {1}", step.Name, expected);
                step.Do(aggregate, now);
                (expected, version) = (next, version + 1);
            }
            else
            {
                ruling.IsPermitted.Should().BeFalse("{0} is refused in {1}", step.Name, expected);
                FluentActions.Invoking(() => step.Do(aggregate, now)).Should().Throw<CrmRuleException>().Which.Code.Should().Be(ruling.Code);
            }

            state(aggregate).Should().Be(expected);
            aggregate.Version.Should().Be(version);
            aggregate.PendingEvents.Should().HaveCount((int)version);
        }
    }
}

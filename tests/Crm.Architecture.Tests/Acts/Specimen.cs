using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Architecture.Tests.Acts;

/// <summary>An aggregate with every fault that the tests of acts must find.</summary>
internal sealed class Specimen : AggregateRoot<CustomerId>
{
    private string _text = "";

    private Specimen()
        : base(CustomerId.New(SampleArguments.Now))
    {
    }

    public static AggregateAct Act(string method) => new(AggregateSetup.Of(() => new Specimen()), typeof(Specimen).GetMethod(method)!);

    public void Keep(string text, Instant now)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        _text = text;
        Raise(new Happened(now));
    }

    public bool Ask(string text) => _text == text;

    public void Forget(string text) => _text = text;

    public void Repeat(string text, Instant now)
    {
        Keep(text, now);
        Keep($"{text}!", now);
    }

    public bool AskAndRaise(Instant now)
    {
        Raise(new Happened(now));
        return true;
    }

    public void DoNothing(Instant now) => Raise(new Happened(now));

    public void Refuse() => throw new InvalidOperationException("Never permitted.");

    public void CheckTooLate(string text, Instant now)
    {
        _text = text;
        ArgumentException.ThrowIfNullOrEmpty(text);
        Raise(new Happened(now));
    }

    private sealed record Happened(Instant OccurredAt) : ICrmEvent;
}

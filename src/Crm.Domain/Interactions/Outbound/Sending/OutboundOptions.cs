using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>How messages are sent.</summary>
public sealed class OutboundOptions
{
    /// <summary>The domain of Message-IDs.</summary>
    /// <value><c>crm.invalid</c> by default, a domain that nobody has.</value>
    public string MessageIdDomain { get; set; } = "crm.invalid";

    /// <summary>How many messages may go to one address, whoever sends them.</summary>
    /// <value>30 within an hour and 100 within a day by default.</value>
    public IReadOnlyList<SendingCeiling> PerAddress { get; set; } = [new(30, Duration.FromHours(1)), new(100, Duration.FromDays(1))];

    /// <summary>How many messages rules may send about one record: what keeps two robots from answering each other for ever.</summary>
    /// <value>10 within ten minutes and 30 within a day by default.</value>
    public IReadOnlyList<SendingCeiling> AutomaticPerRecord { get; set; } = [new(10, Duration.FromMinutes(10)), new(30, Duration.FromDays(1))];

    /// <summary>After how many failed tries a message is parked.</summary>
    /// <value>8 by default; at least 1.</value>
    public int MaxAttempts { get; set; } = 8;

    /// <summary>How long a message waits after its first failed try; twice as long after each further one, up to a day.</summary>
    /// <value>One minute by default; more than zero.</value>
    public Duration FirstWait { get; set; } = Duration.FromMinutes(1);

    internal Duration WaitAfter(int attempts) => Duration.Min(FirstWait * (1L << Math.Clamp(attempts - 1, 0, 20)), Duration.FromDays(1));

    internal bool IsUsable() => MaxAttempts >= 1 && FirstWait > Duration.Zero && PerAddress.Concat(AutomaticPerRecord).All(c => c is { Most: >= 0 } && c.Within > Duration.Zero)
        && Values.EmailAddress.TryParse($"x@{MessageIdDomain}", out _);
}

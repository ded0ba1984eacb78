using System.Reflection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What a host settles about saving and delivering.</summary>
public sealed class CrmPersistenceOptions
{
    /// <summary>Whether events are written to the outbox. Switch it off only where the host has an outbox of its own.</summary>
    /// <value>True by default.</value>
    public bool UseOutbox { get; set; } = true;

    /// <summary>Whether a hosted service of this process delivers events to handlers. Where it is off, call <c>IOutboxDispatcher</c>.</summary>
    /// <value>True by default.</value>
    public bool DispatchInBackground { get; set; } = true;

    /// <summary>How long the hosted service rests when there was nothing to deliver.</summary>
    /// <value>One second by default; more than zero.</value>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many aggregates one round delivers.</summary>
    /// <value>100 by default; 1 to 1,000.</value>
    public int BatchSize { get; set; } = 100;

    /// <summary>
    /// How long a dispatcher that died keeps others from its aggregates. It begins no delivery after half of it, so it is longer
    /// than twice what any one handler takes.
    /// </summary>
    /// <value>One minute by default; more than zero.</value>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>After how many failed deliveries an event is parked with its reason.</summary>
    /// <value>5 by default; at least 1.</value>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>How long handled events are remembered, so that a repetition changes nothing, and delivered ones are kept.</summary>
    /// <value>30 days by default; at least that.</value>
    public TimeSpan Memory { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// Whether a hosted service of this process does what comes due by the clock: raises reminders and deadlines of cases, hands on messages, puts back offers that
    /// nobody took, closes cases whose customers are silent. Where it is off, call the front doors for it, which say when the next is due. Several processes may do it at once.
    /// </summary>
    /// <value>True by default.</value>
    public bool DoDueWorkInBackground { get; set; } = true;

    /// <summary>How long the hosted service rests between two rounds of what is due.</summary>
    /// <value>Five seconds by default; more than zero.</value>
    public TimeSpan DueWorkInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Assemblies with events of the host's own aggregates.</summary>
    /// <value>Empty by default; the library's own events are always known.</value>
    public IList<Assembly> EventAssemblies { get; } = [];

    internal IEnumerable<string> Problems()
    {
        if (PollInterval <= TimeSpan.Zero)
        {
            yield return $"{nameof(PollInterval)} must be more than zero.";
        }

        if (DueWorkInterval <= TimeSpan.Zero)
        {
            yield return $"{nameof(DueWorkInterval)} must be more than zero.";
        }

        if (BatchSize is < 1 or > 1000)
        {
            yield return $"{nameof(BatchSize)} must be 1 to 1,000.";
        }

        if (LeaseDuration <= TimeSpan.Zero)
        {
            yield return $"{nameof(LeaseDuration)} must be more than zero.";
        }

        if (MaxAttempts < 1)
        {
            yield return $"{nameof(MaxAttempts)} must be at least 1.";
        }

        if (Memory < TimeSpan.FromDays(30))
        {
            yield return $"{nameof(Memory)} must be at least 30 days.";
        }
    }
}

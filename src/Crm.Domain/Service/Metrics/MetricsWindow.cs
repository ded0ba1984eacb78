using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Which contacts figures count, and by which bounds.</summary>
/// <param name="From">Contacts that began to wait at this instant or later.</param>
/// <param name="Until">Contacts that began to wait before this instant.</param>
public sealed record MetricsWindow(Instant From, Instant Until)
{
    /// <summary>The time of the service level: answered in this time, or exactly then, is in time.</summary>
    /// <value>20 seconds by default.</value>
    public Duration AnswerWithin { get; init; } = Duration.FromSeconds(20);

    /// <summary>Who left sooner than this is a short abandon.</summary>
    /// <value>5 seconds by default.</value>
    public Duration ShortAbandon { get; init; } = Duration.FromSeconds(5);

    /// <summary>When it is looked at: contacts whose time for repeats is not over by then are not judged for first-contact resolution.</summary>
    /// <value><see cref="Until"/> by default.</value>
    public Instant AsOf
    {
        get => field == default ? Until : field;
        init;
    }
}

using Crm.Domain.Time;

namespace Crm.Domain.Service;

/// <summary>Reads policies and calendars for the choice. Finds nothing of another tenant; sees what the unit of work has not saved yet.</summary>
public interface IServiceLevelSource
{
    /// <summary>Whether the unit of work holds policies or calendars to change them, so that what was read before can be out of date.</summary>
    bool IsTouched { get; }

    /// <summary>Reads all policies and the versions of all calendars, without what versions say.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The shelf.</returns>
    Task<ServiceLevelShelf> ReadAsync(CancellationToken cancellationToken);

    /// <summary>What versions of policies say.</summary>
    /// <param name="versions">The versions.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>What they say; those that are unknown are missing.</returns>
    Task<IReadOnlyDictionary<SlaPolicyVersionId, SlaPolicyContent>> TermsAsync(IReadOnlyCollection<SlaPolicyVersionId> versions, CancellationToken cancellationToken);

    /// <summary>What versions of calendars say.</summary>
    /// <param name="versions">The versions.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>What they say; those that are unknown are missing.</returns>
    Task<IReadOnlyDictionary<ServiceCalendarVersionId, BusinessCalendar>> CalendarsAsync(IReadOnlyCollection<ServiceCalendarVersionId> versions, CancellationToken cancellationToken);
}

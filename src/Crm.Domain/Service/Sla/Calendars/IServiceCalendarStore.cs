namespace Crm.Domain.Service;

/// <summary>Loads and lists calendars. Finds nothing of another tenant. Never saves.</summary>
public interface IServiceCalendarStore
{
    /// <summary>Loads a calendar by its key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked calendar, or null.</returns>
    Task<ServiceCalendar?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Lists calendars by key, without tracking; at most a thousand.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The calendars.</returns>
    Task<IReadOnlyList<ServiceCalendarSummary>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds a new calendar, to be written by the next save.</summary>
    /// <param name="calendar">The calendar.</param>
    void Add(ServiceCalendar calendar);
}

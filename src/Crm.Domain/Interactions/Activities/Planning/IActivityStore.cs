using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Loads activities to change them. Finds nothing of another tenant. Never saves.</summary>
public interface IActivityStore
{
    /// <summary>Loads an activity.</summary>
    /// <param name="id">The activity.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked activity, or null.</returns>
    Task<Activity?> FindAsync(ActivityId id, CancellationToken cancellationToken);

    /// <summary>Loads the activity of a series that is planned for a moment.</summary>
    /// <param name="seriesId">The first activity of the series.</param>
    /// <param name="occurrenceAt">When the series plans it.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked activity, or null.</returns>
    Task<Activity?> FindOccurrenceAsync(ActivityId seriesId, Instant occurrenceAt, CancellationToken cancellationToken);

    /// <summary>Loads several activities.</summary>
    /// <param name="ids">The activities.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked activities that exist, by planned start.</returns>
    Task<IReadOnlyList<Activity>> FindAllAsync(IReadOnlyCollection<ActivityId> ids, CancellationToken cancellationToken);

    /// <summary>Loads the activities whose reminders are due, the longest due first.</summary>
    /// <param name="now">The current instant.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked activities.</returns>
    Task<IReadOnlyList<Activity>> WithDueRemindersAsync(Instant now, int take, CancellationToken cancellationToken);

    /// <summary>Adds a new activity, to be written by the next save.</summary>
    /// <param name="activity">The activity.</param>
    void Add(Activity activity);
}

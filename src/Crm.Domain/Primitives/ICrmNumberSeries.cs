namespace Crm.Domain.Primitives;

/// <summary>
/// Draws human numbers (case, order). A series never gives a number twice; gaps happen when a save is refused. Hosts may
/// replace it.
/// </summary>
public interface ICrmNumberSeries
{
    /// <summary>Draws the next numbers.</summary>
    /// <param name="series">Name of the series, such as <c>case</c>; at most 32 characters.</param>
    /// <param name="count">How many numbers to draw at once; at least 1.</param>
    /// <param name="cancellationToken">Cancels the draw.</param>
    /// <returns>As many numbers, from 1, ascending; numbers drawn by others may lie between them.</returns>
    Task<IReadOnlyList<long>> NextAsync(string series, int count, CancellationToken cancellationToken);
}

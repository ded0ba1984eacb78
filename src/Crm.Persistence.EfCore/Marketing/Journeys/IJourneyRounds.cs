namespace Crm.Persistence.EfCore.Marketing;

/// <summary>The work of journeys at once instead of in the background.</summary>
public interface IJourneyRounds
{
    /// <summary>Lets members of segments enter, and takes everybody on whose time has come.</summary>
    /// <param name="cancellationToken">Cancels the round; what is done stays.</param>
    /// <returns>How many contacts were taken on.</returns>
    Task<int> RunAsync(CancellationToken cancellationToken = default);
}

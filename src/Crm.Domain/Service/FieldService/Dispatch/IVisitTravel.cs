namespace Crm.Domain.Service;

/// <summary>How long technicians travel. The great circle by default; hosts with a road map bring their own, a scoped or singleton service registered before <c>AddCrm</c>.</summary>
public interface IVisitTravel
{
    /// <summary>Prepares for a set of places, so that a service over the network is asked once.</summary>
    /// <param name="places">Every place that will be asked about: longitudes as X, latitudes as Y.</param>
    /// <param name="cancellationToken">Cancels the question.</param>
    /// <returns>Minutes from one place to another; infinite where there is no way.</returns>
    Task<VisitTravel> PrepareAsync(IReadOnlyCollection<PlanPoint> places, CancellationToken cancellationToken);
}

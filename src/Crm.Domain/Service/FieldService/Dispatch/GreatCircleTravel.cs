namespace Crm.Domain.Service;

internal sealed class GreatCircleTravel(FieldServiceOptions options) : IVisitTravel
{
    public Task<VisitTravel> PrepareAsync(IReadOnlyCollection<PlanPoint> places, CancellationToken cancellationToken) =>
        Task.FromResult(VisitTravels.GreatCircle(options.KilometresPerHour, options.Detour));
}

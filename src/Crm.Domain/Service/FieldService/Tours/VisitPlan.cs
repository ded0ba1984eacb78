namespace Crm.Domain.Service;

/// <summary>Who visits whom, and when. Nobody comes late.</summary>
/// <param name="Tours">The tours of those technicians who are needed, in the order in which they were given.</param>
/// <param name="Unplanned">Keys of visits that nobody can make, or that found no place beside the others, in the order in which they were given.</param>
/// <param name="Travel">The travel of all tours together, there and back.</param>
public sealed record VisitPlan(IReadOnlyList<VisitTour> Tours, IReadOnlyList<string> Unplanned, double Travel);

namespace Crm.Domain.Service;

/// <summary>One technician's visits in their order.</summary>
/// <param name="Technician">The technician's key.</param>
/// <param name="Stops">The visits.</param>
/// <param name="Travel">The travel, there and back.</param>
/// <param name="BackAt">When the technician is back.</param>
public sealed record VisitTour(string Technician, IReadOnlyList<VisitStop> Stops, double Travel, double BackAt);

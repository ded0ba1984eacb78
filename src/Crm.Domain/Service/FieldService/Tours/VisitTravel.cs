namespace Crm.Domain.Service;

/// <summary>How long it takes from one place to another, in the plan's unit of time. Hosts with a road map bring their own.</summary>
/// <param name="from">The place that is left.</param>
/// <param name="to">The place that is reached.</param>
/// <returns>Zero or more; infinite where there is no way.</returns>
public delegate double VisitTravel(PlanPoint from, PlanPoint to);

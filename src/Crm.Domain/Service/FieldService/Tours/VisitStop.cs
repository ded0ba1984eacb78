namespace Crm.Domain.Service;

/// <summary>One visit of a tour.</summary>
/// <param name="Visit">The visit's key.</param>
/// <param name="ArrivesAt">When the technician is there.</param>
/// <param name="BeginsAt">When work begins: on arrival, or when the customer's window opens.</param>
/// <param name="LeavesAt">When work is done.</param>
public sealed record VisitStop(string Visit, double ArrivesAt, double BeginsAt, double LeavesAt);

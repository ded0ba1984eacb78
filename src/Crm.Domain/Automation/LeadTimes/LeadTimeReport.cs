using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>Lead times of a process.</summary>
/// <param name="Process">Name of the process.</param>
/// <param name="From">Beginnings from here on.</param>
/// <param name="Until">Beginnings before this.</param>
/// <param name="AsOf">What happened later is not known.</param>
/// <param name="Steps">The steps.</param>
public sealed record LeadTimeReport(string Process, Instant From, Instant Until, Instant AsOf, IReadOnlyList<LeadTimeRow> Steps);

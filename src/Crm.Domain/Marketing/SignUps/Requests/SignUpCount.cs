using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>The sign-ups of one form on one day.</summary>
/// <param name="Day">The day on which they came in, in the business's zone.</param>
/// <param name="Submitted">All of them.</param>
/// <param name="Confirmed">Those that were confirmed since, on whatever day.</param>
/// <param name="Expired">Those that were not confirmed in time.</param>
/// <param name="Refused">Those to which no confirmation was sent.</param>
public sealed record SignUpCount(LocalDate Day, int Submitted, int Confirmed, int Expired, int Refused);

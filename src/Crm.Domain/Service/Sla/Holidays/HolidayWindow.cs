namespace Crm.Domain.Service;

/// <summary>How much of a feed is kept, counted from the day of the import in the calendar's zone.</summary>
/// <param name="YearsBack">Years back; 0 to 10, one by default.</param>
/// <param name="YearsAhead">Years ahead; 1 to 20, three by default.</param>
public sealed record HolidayWindow(int YearsBack = 1, int YearsAhead = 3);

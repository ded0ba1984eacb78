namespace Crm.Domain.Service;

/// <summary>A line of a feed that cannot be taken; never leaves <see cref="HolidayFeed.Read"/>.</summary>
internal sealed class HolidayFeedException(int line, string reason) : Exception(reason)
{
    public int Line { get; } = line;

    public bool IsTooLarge { get; private init; }

    public static HolidayFeedException TooLarge(int line) => new(line, "too large") { IsTooLarge = true };
}

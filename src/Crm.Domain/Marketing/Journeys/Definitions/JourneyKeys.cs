namespace Crm.Domain.Marketing;

/// <summary>How keys of journeys and of their steps look.</summary>
internal static class JourneyKeys
{
    public static bool IsKey(string key) =>
        key.Length is > 0 and <= JourneyStep.MaxKeyLength && char.IsAsciiLetterLower(key[0]) && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public static string Checked(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return IsKey(key) ? key : throw new ArgumentException($"A key has 1 to {JourneyStep.MaxKeyLength} lower-case letters, digits and hyphens, and begins with a letter.", nameof(key));
    }
}

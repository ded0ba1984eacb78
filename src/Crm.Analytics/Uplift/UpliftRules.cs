namespace Crm.Analytics.Uplift;

/// <summary>What every comparison demands.</summary>
internal static class UpliftRules
{
    public static void CheckGroups(int treated, int control, int least)
    {
        if (treated < least || control < least)
            throw new ArgumentException($"Each group needs at least {least}: {treated} are treated, {control} are not.");
    }

    public static void CheckLevel(double level)
    {
        if (!(level is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A level is between 0 and 1.");
    }

    public static void CheckOpen(double share, string name)
    {
        if (!(share is > 0 and < 1)) throw new ArgumentOutOfRangeException(name, share, "A number between 0 and 1 is needed.");
    }
}

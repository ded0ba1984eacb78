namespace Crm.Analytics.Seasonality;

/// <summary>What every function on a series demands of it.</summary>
internal static class SeriesRules
{
    /// <exception cref="ArgumentException">A value is not finite, or not positive where it must be, or there are fewer than two periods.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The period is below two, or the form is not defined.</exception>
    public static void Check(ReadOnlySpan<double> values, int period, SeasonalForm form)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        if (!Enum.IsDefined(form)) throw new ArgumentOutOfRangeException(nameof(form), form, "Not a defined form.");
        CheckFinite(values);
        if (values.Length < 2 * (long)period)
            throw new ArgumentException($"{values.Length} values are fewer than two periods of {period}.", nameof(values));
        if (form == SeasonalForm.Additive) return;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] <= 0) throw new ArgumentException($"Value {i} is not positive, as a multiplicative season demands.", nameof(values));
        }
    }

    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static void CheckFinite(ReadOnlySpan<double> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i])) throw new ArgumentException($"Value {i} is not finite.", nameof(values));
        }
    }
}

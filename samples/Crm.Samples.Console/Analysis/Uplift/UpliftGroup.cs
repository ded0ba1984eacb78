using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Analysis;

/// <summary>How files say who was treated.</summary>
internal static class UpliftGroup
{
    public static bool IsTreated(DelimitedText row, string name) => row.Required(name).ToLowerInvariant() switch
    {
        "1" or "true" or "yes" or "treated" or "treatment" => true,
        "0" or "false" or "no" or "control" => false,
        var other => throw row.Bad(name, "ValueInvalid", $"{other} names no group: 1 or 0 is expected, true or false, yes or no, treated or control."),
    };
}

using Crm.Domain.CustomFields;

namespace Crm.Samples.Console.Segments;

/// <summary>How values of custom fields are printed.</summary>
internal static class FieldCells
{
    /// <summary>A value as JSON has it: numbers as numbers, yes and no as such, a field with choices as a list.</summary>
    public static object? Json(CustomValue value) => value.Type switch
    {
        FieldType.Number => value.Number,
        FieldType.Flag => value.Flag,
        FieldType.Choice => value.Choices,
        _ => value.ToString(),
    };
}

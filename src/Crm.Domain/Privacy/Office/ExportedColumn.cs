namespace Crm.Domain.Privacy;

/// <summary>A column of an exported table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it says about the person; null where it says nothing by itself.</param>
public sealed record ExportedColumn(string Name, PersonalDataKind? Kind);

namespace Crm.Samples.Console.Customers;

/// <summary>Why a row was not imported.</summary>
internal sealed record Rejection(int Row, string? Column, string Code, string Message);

namespace Crm.Domain.Customers;

/// <summary>One column of a file and what it holds.</summary>
/// <param name="Column">The header cell; does not depend on case. <c>{n}</c> stands for a number, as in <c>E-mail {n} - Value</c>.</param>
/// <param name="Target">
/// What the column holds: a field such as <c>familyName</c> or <c>phone</c>, with <c>.use</c> (work, home, other, billing,
/// shipping) where it has one, and <c>#n</c> to tie columns of one address, or a value and its type, together: <c>phone.work</c>,
/// <c>city.home</c>, <c>emailType#1</c>.
/// </param>
public sealed record LayoutColumn(string Column, string Target);

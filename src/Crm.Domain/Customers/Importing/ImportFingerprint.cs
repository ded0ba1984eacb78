using System.Security.Cryptography;
using System.Text;

namespace Crm.Domain.Customers;

/// <summary>What tells one import from another: the file's content, and everything that decides what becomes of it.</summary>
internal static class ImportFingerprint
{
    public static string Of(CustomerImportFile file, BoundLayout layout, CustomerImportOptions options)
    {
        string?[] parts =
        [
            file.Fingerprint, layout.Layout.Name, .. layout.Columns.Select(c => $"{c.Position}:{c.Target}"), options.System, options.OnDuplicate.ToString(),
            Flag(options.UpdatesByReference), Flag(options.UpdatesByEmail), Flag(options.UpdatesByPhone), options.DefaultCountry?.Code, options.DaysComeFirst?.ToString(), Flag(options.LeavesOutBadCells),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u0001', parts))));
    }

    private static string Flag(bool flag) => flag ? "1" : "0";
}

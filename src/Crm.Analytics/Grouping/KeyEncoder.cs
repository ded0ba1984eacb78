using Crm.Analytics.Purchases;

namespace Crm.Analytics.Grouping;

/// <summary>Turns a column of keys into positions in the ascending list of distinct keys.</summary>
internal static class KeyEncoder
{
    public const int NoPosition = -1;

    /// <summary>The distinct keys ascending, and for each row the position of its key, or −1.</summary>
    public static (PurchaseKeys Keys, int[] Positions) Encode(PurchaseKeyColumn column, int degree, RowScratch scratch)
    {
        switch (column.Kind)
        {
            case PurchaseKeyKind.Int64:
                var numbers = new KeyEncoding<long, Int64Rules>(column.Numbers, column.Missing, degree, scratch);
                return (new PurchaseKeys(numbers.Keys), numbers.Positions);
            case PurchaseKeyKind.Text:
                var (texts, positions) = TextEncoding.Encode(column.Texts, degree, scratch);
                return (new PurchaseKeys(texts), positions);
            case PurchaseKeyKind.Guid:
                var guids = new KeyEncoding<Guid, GuidRules>(column.Guids, default, degree, scratch);
                return (new PurchaseKeys(guids.Keys), guids.Positions);
            default:
                var none = new int[column.Count];
                Array.Fill(none, NoPosition);
                return (PurchaseKeys.Empty, none);
        }
    }
}

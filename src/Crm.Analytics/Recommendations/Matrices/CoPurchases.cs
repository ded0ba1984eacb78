using System.Runtime.InteropServices;
using Crm.Analytics.Parallelism;

namespace Crm.Analytics.Recommendations;

/// <summary>How many customers bought both of two products, counted from the pairs.</summary>
internal static class CoPurchases
{
    /// <summary>Fills the lower half of a square of products, in whole blocks on the diagonal; the diagonal has the buyers of each.</summary>
    public static void Fill(OwnedProducts owned, float[] matrix, int stride, int degree)
    {
        const int Block = SymmetricInverse.Granule;
        var (starts, customers) = owned.ByProduct();
        var blocks = stride / Block;
        Slices.Run(blocks, degree, block =>
        {
            for (var product = block * Block; product < Math.Min((block + 1) * Block, owned.Products.Count); product++)
            {
                var row = MemoryMarshal.CreateSpan(ref matrix[(long)product * stride], (block + 1) * Block);
                foreach (var customer in customers.AsSpan(starts[product], starts[product + 1] - starts[product]))
                {
                    foreach (var other in owned.Of(customer))
                    {
                        if (other >= row.Length) break;
                        row[other]++;
                    }
                }
            }
        });
    }
}

using System.Runtime.InteropServices;
using Crm.Domain.Values;

namespace Crm.Domain.Knowledge;

/// <summary>A count for each audience, so that statistics never tell of documents that the reader may not see.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AudienceCounts(int Internal, int Partner, int Customer, int Public)
{
    public int Of(int audiences) =>
        ((audiences & 1) != 0 ? Internal : 0) + ((audiences & 2) != 0 ? Partner : 0) + ((audiences & 4) != 0 ? Customer : 0) + ((audiences & 8) != 0 ? Public : 0);

    public AudienceCounts Plus(Audience audience, int count) => audience switch
    {
        Audience.Internal => this with { Internal = Internal + count },
        Audience.Partner => this with { Partner = Partner + count },
        Audience.Customer => this with { Customer = Customer + count },
        _ => this with { Public = Public + count },
    };

    /// <summary>The audiences as bits.</summary>
    public static int Bits(IEnumerable<Audience> audiences) => audiences.Aggregate(0, (bits, audience) => bits | (1 << (int)audience));
}

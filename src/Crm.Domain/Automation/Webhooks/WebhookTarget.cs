using System.Globalization;
using System.Net;

namespace Crm.Domain.Automation;

/// <summary>
/// Says which targets webhooks may have: https, and no address of this machine, of its network, or of the services that clouds offer to
/// their machines, however it is spelled. Names are looked up when a webhook is sent, and their addresses are checked then.
/// </summary>
public static class WebhookTarget
{
    /// <summary>Longest target.</summary>
    public const int MaxLength = 1000;

    // RFC 6890 and its registries: what is not reachable from everywhere, and multicast.
    private static readonly (IPAddress Network, int Length)[] s_closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "64:ff9b:1::/48", "100::/64", "2001::/32", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(n => n.Split('/')).Select(n => (IPAddress.Parse(n[0]), int.Parse(n[1], CultureInfo.InvariantCulture))),
    ];

    // Addresses with an IPv4 address in their last four bytes, or from the second on.
    private static readonly (IPAddress Network, int Length, int At)[] s_wrapping =
        [(IPAddress.Parse("::ffff:0:0"), 96, 12), (IPAddress.Parse("64:ff9b::"), 96, 12), (IPAddress.Parse("::"), 96, 12), (IPAddress.Parse("2002::"), 16, 2)];

    /// <summary>Says why a target is not allowed.</summary>
    /// <param name="target">The target.</param>
    /// <param name="options">What the host settled.</param>
    /// <returns>The reason in English; null when it is allowed.</returns>
    public static string? Problem(string target, WebhookOptions options)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(options);
        if (target.Length is 0 or > MaxLength || target.Any(c => c is <= ' ' or '\\' or (char)0x7f) || !Uri.TryCreate(target, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            return "it is no absolute address";
        }

        if (uri.UserInfo.Length > 0)
        {
            return "it has a user name";
        }

        var host = HostOf(target);
        var isLoopback = options.AllowsLoopback && (uri.IdnHost == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var own) && IPAddress.IsLoopback(own)));
        return isLoopback ? uri.Scheme is "https" or "http" ? null : "it is neither http nor https"
            : uri.Scheme != Uri.UriSchemeHttps ? "it is not https"
            : IsAllowedHost(host) && IsAllowedHost(uri.IdnHost) ? null
            : "its host is not reachable from everywhere";
    }

    /// <summary>Whether a host may be a target as far as its spelling tells.</summary>
    /// <param name="host">A name or an address, an address of IPv6 with or without brackets.</param>
    /// <returns>False for addresses that are not reachable from everywhere, for what looks like a number and is no address, and for names of this machine.</returns>
    public static bool IsAllowedHost(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var bare = host.StartsWith('[') && host.EndsWith(']') ? host[1..^1] : host;
        if (bare.Contains(':', StringComparison.Ordinal))
        {
            return !bare.Contains('%', StringComparison.Ordinal) && IPAddress.TryParse(bare, out var address) && IsPublic(address);
        }

        var name = bare.TrimEnd('.').ToLowerInvariant();
        var labels = name.Split('.');
        if (IsNumber(labels[^1]))
        {
            // Programs read such hosts as addresses, each in its own way; whoever means an address writes it in the usual one.
            return labels.Length == 4 && labels.All(l => byte.TryParse(l, NumberStyles.None, CultureInfo.InvariantCulture, out var part) && part.ToString(CultureInfo.InvariantCulture) == l)
                && IsPublic(IPAddress.Parse(name));
        }

        return name.Length is > 0 and <= 253 && labels.Length > 1 && !labels.Contains(string.Empty)
            && labels[^1] is not ("localhost" or "local" or "internal" or "localdomain" or "lan" or "home" or "corp" or "intranet");
    }

    /// <summary>Whether an address is reachable from everywhere.</summary>
    /// <param name="address">The address.</param>
    /// <returns>False for addresses of this machine and of closed networks, also within an address of IPv6, and for multicast.</returns>
    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var bytes = address.GetAddressBytes();
        if (Array.Exists(s_closed, n => Within(bytes, n.Network, n.Length)))
        {
            return false;
        }

        var wrapping = Array.Find(s_wrapping, n => Within(bytes, n.Network, n.Length));
        return wrapping.Network is null || IsPublic(new IPAddress(bytes.AsSpan(wrapping.At, 4)));
    }

    private static bool IsNumber(string label) => label.Length > 0
        && (label.All(char.IsAsciiDigit) || (label.StartsWith("0x", StringComparison.Ordinal) && label.Skip(2).All(char.IsAsciiHexDigit)));

    private static bool Within(byte[] address, IPAddress network, int length)
    {
        var from = network.GetAddressBytes();
        if (from.Length != address.Length)
        {
            return false;
        }

        for (var bit = 0; bit < length; bit++)
        {
            if (((from[bit / 8] ^ address[bit / 8]) & (0x80 >> (bit % 8))) != 0)
            {
                return false;
            }
        }

        return true;
    }

    // As it is written: Uri reads numbers as addresses, and what it makes of them is asked as well.
    private static string HostOf(string target)
    {
        var begin = target.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = target.IndexOfAny(['/', '?', '#'], begin);
        var authority = end < 0 ? target[begin..] : target[begin..end];
        var colon = authority.LastIndexOf(':');
        return colon > authority.LastIndexOf(']') ? authority[..colon] : authority;
    }
}

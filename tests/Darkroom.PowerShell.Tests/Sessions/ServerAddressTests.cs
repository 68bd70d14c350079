using Darkroom.PowerShell.Sessions;

namespace Darkroom.PowerShell.Tests.Sessions;

/// <summary>What an administrator may call a server's address.</summary>
public sealed class ServerAddressTests
{
    [Theory]
    [InlineData("localhost", "http://localhost:7420/")]
    [InlineData("127.0.0.1", "http://127.0.0.1:7420/")]
    [InlineData("::1", "http://[::1]:7420/")]
    [InlineData("localhost:8080", "http://localhost:8080/")]
    [InlineData("darkroom.example.com", "https://darkroom.example.com:7420/")]
    [InlineData("darkroom.example.com:443", "https://darkroom.example.com/")]
    [InlineData(" 10.0.0.7:9000 ", "https://10.0.0.7:9000/")]
    [InlineData("https://darkroom.example.com", "https://darkroom.example.com/")]
    [InlineData("http://127.0.0.1:7420", "http://127.0.0.1:7420/")]
    [InlineData("https://example.com/darkroom", "https://example.com/darkroom/")]
    public void Hosts_ports_and_urls_are_addresses(string text, string server)
    {
        ServerAddress.TryParse(text, out var parsed).Should().BeTrue();
        parsed!.AbsoluteUri.Should().Be(server);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("host/path")]
    [InlineData("host?query")]
    [InlineData("user@host")]
    [InlineData("https://user:secret@host")]
    [InlineData("ftp://host")]
    [InlineData("https://host/?query")]
    [InlineData("host:99999")]
    public void Other_texts_are_none(string text) => ServerAddress.TryParse(text, out _).Should().BeFalse();
}

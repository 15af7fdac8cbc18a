using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Channels.Reaching;

/// <summary>Why attempts fail, in words of ours: what a receiver or a library says could repeat an address or a key.</summary>
internal static class Failures
{
    internal const string NameNotFound = "name-not-found";
    internal const string AddressNotAllowed = "address-not-allowed";
    internal const string ConnectionFailed = "connection-failed";
    internal const string EncryptionFailed = "encryption-failed";
    internal const string TimedOut = "timed-out";
    internal const string Redirected = "redirected";
    internal const string AnswerUnreadable = "answer-unreadable";
    internal const string SignInFailed = "smtp-sign-in";
    internal const string Broken = "broken-off";
    internal const string SeatChanged = "seat-changed";

    /// <summary>With the status: <c>http-503</c>.</summary>
    internal const string Http = "http-";

    /// <summary>With the robot's number: <c>robot-310000</c>.</summary>
    internal const string Robot = "robot-";

    /// <summary>With the reply's code: <c>smtp-550</c>.</summary>
    internal const string Smtp = "smtp-";

    /// <summary>As the office reads it.</summary>
    internal static string Words(string failure) => failure switch
    {
        NameNotFound => "找不到该地址的主机",
        AddressNotAllowed => "该地址指向内部网络，未向其发送",
        ConnectionFailed => "无法连接",
        EncryptionFailed => "加密连接未能建立",
        TimedOut => "对方未在规定时间内应答",
        Redirected => "对方要求转往其他地址，未予转发",
        AnswerUnreadable => "对方的应答无法识别",
        SignInFailed => "邮件服务器未接受登录，请联系系统管理员",
        SeatChanged => "席位人员已更换，请新任人员重新设置",
        _ when failure.StartsWith(Http, StringComparison.Ordinal) => $"对方拒收（HTTP {failure[Http.Length..]}）",
        _ when failure.StartsWith(Robot, StringComparison.Ordinal) => $"机器人拒收（{failure[Robot.Length..]}）",
        _ when failure.StartsWith(Smtp, StringComparison.Ordinal) => $"邮件被拒收（{failure[Smtp.Length..]}）",
        _ => "发送中断",
    };

    /// <summary>The same to a reader of either language.</summary>
    internal static string Words(string failure, Language language) => language != Language.English ? Words(failure) : failure switch
    {
        NameNotFound => "no host has this name",
        AddressNotAllowed => "the address leads into the internal network; nothing was sent there",
        ConnectionFailed => "no connection",
        EncryptionFailed => "no encrypted connection",
        TimedOut => "no answer in time",
        Redirected => "the receiver asks to go elsewhere; nothing was sent there",
        AnswerUnreadable => "the receiver's answer cannot be understood",
        SignInFailed => "the mail server did not accept our sign-in; ask the system administrator",
        SeatChanged => "somebody else holds the seat now, who sets it anew",
        _ when failure.StartsWith(Http, StringComparison.Ordinal) => $"refused (HTTP {failure[Http.Length..]})",
        _ when failure.StartsWith(Robot, StringComparison.Ordinal) => $"refused by the robot ({failure[Robot.Length..]})",
        _ when failure.StartsWith(Smtp, StringComparison.Ordinal) => $"mail refused ({failure[Smtp.Length..]})",
        _ => "broken off",
    };
}

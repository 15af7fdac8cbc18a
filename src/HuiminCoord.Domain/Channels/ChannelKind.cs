namespace HuiminCoord.Domain.Channels;

/// <summary>A way to somebody who is not signed in. A seat has at most one of each.</summary>
public enum ChannelKind
{
    /// <summary>邮件.</summary>
    Mail,

    /// <summary>An address of the seat's own that takes HTTP requests: a program, or the robot of a chat group.</summary>
    Webhook,
}

/// <summary>What a webhook's requests look like.</summary>
public enum WebhookTemplate
{
    /// <summary>JSON of ours, signed with the seat's secret.</summary>
    Plain,

    /// <summary>企业微信群机器人.</summary>
    WeCom,

    /// <summary>钉钉自定义机器人 with 加签.</summary>
    DingTalk,
}

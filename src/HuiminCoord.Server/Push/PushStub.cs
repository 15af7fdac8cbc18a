namespace HuiminCoord.Server.Push;
public static class PushStub { public static IServiceCollection AddPush(this IServiceCollection s) => s; public static void MapPush(this WebApplication a) { } }

namespace HuiminCoord.Server.Api;
public static class ApiStub { public static IServiceCollection AddCoordinationApi(this IServiceCollection s) => s; public static void MapCoordinationApi(this WebApplication a) { } }

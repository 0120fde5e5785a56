/** Slack's Web API, such that we decide what is tried again; and what it says about the bot's token is heard, whichever call it was. */
import { webApi } from '@slack/bolt';
import { tokenRefused } from './refused.ts';

export const clientOptionsFor = (apiUrl: string | undefined): webApi.WebClientOptions => ({
  ...(apiUrl && { slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` }),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: 10_000,
});

export function listeningClient(
  token: string,
  options: webApi.WebClientOptions,
  refused: (error: unknown) => void,
): webApi.WebClient {
  return new (class extends webApi.WebClient {
    override async apiCall(method: string, given?: Record<string, unknown>): Promise<webApi.WebAPICallResult> {
      try {
        return await super.apiCall(method, given);
      } catch (error) {
        if (tokenRefused(error)) refused(error);
        throw error;
      }
    }
  })(token, options);
}
